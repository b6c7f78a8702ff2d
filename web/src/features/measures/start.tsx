import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { addDays } from '../../../../shared/i18n/formats.ts'
import type { Answer } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useToday } from '../../app/session.tsx'
import { inLocale, useText } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'
import { Actions, Banner, Button, ButtonLink, Card, Flag, Form, RadioField, SelectField } from '../../ui/index.ts'
import { ReadOut } from '../consents/read-out.tsx'
import { QuestionLanguage } from './language.tsx'
import type { Sitting } from './measures.tsx'
import { type Instrument, type Mode, type Outcome, phaseDue, phases, toAsk } from './questions.ts'

/** Somebody who was interrupted goes on within this many days. */
const interruptedDays = 14

/** When these answers are from, who gives them, and what will be asked. */
export function Start({
  client,
  name,
  instruments,
  outcomes,
  followUps,
  locale,
  onLocale,
  onStart,
}: {
  readonly client: string
  readonly name: string
  readonly instruments: readonly Instrument[]
  readonly outcomes: readonly Outcome[]
  readonly followUps: readonly Answer<'listFollowUps'>['items'][number][]
  readonly locale: Locale
  readonly onLocale: (locale: Locale) => void
  readonly onStart: (sitting: Sitting) => void
}) {
  const say = useText()
  const isOnline = useOnline()
  const today = useToday()
  const [phase, setPhase] = useState(() =>
    phaseDue(followUps, outcomes, { instruments, since: addDays(today, -interruptedDays) }),
  )
  const [mode, setMode] = useState<Mode>('assisted')
  const asking = toAsk(instruments, outcomes, { phase, mode })
  return (
    <div className="stack">
      <h2>{name}</h2>
      <Form onSubmit={() => onStart({ phase, mode, instruments: asking })} label={say('measures.title')}>
        <div className="grid-2">
          <SelectField
            pointer="#/phase"
            label={say('field.phase')}
            value={phase}
            onChange={setPhase}
            choices={phases.map((value) => ({ value, label: capital(say(`word.${value}`)) }))}
          />
          <RadioField
            pointer="#/mode"
            label={say('field.mode')}
            value={mode}
            onChange={setMode}
            choices={(['assisted', 'self', 'proxy'] as const).map((value) => ({
              value,
              label: say(`measures.mode.${value}`),
            }))}
          />
        </div>
        <QuestionLanguage locale={locale} onLocale={onLocale} />
        <ReadOut words="consentToEvaluation" locale={locale} />
        <Card title={say('measures.to-ask')}>
          <ul className="plain-list">
            {instruments.map((instrument) => {
              const isAsked = asking.includes(instrument)
              return (
                <li key={instrument.id} className="row">
                  <span>{inLocale(instrument.title, say.locale)}</span>
                  <span className="hint">{say('measures.questions', { count: instrument.items.length })}</span>
                  {!isAsked && (
                    <Flag icon={mode === 'proxy' && !instrument.proxy ? 'dash' : 'check'} tone="good">
                      {say(mode === 'proxy' && !instrument.proxy ? 'measures.not-by-proxy' : 'measures.asked')}
                    </Flag>
                  )}
                </li>
              )
            })}
          </ul>
        </Card>
        {asking.length === 0 && <Banner kind="success" title={say('measures.nothing-to-ask')} />}
        <Actions>
          <Button type="submit" kind="primary" size="large" isDisabled={!isOnline || asking.length === 0}>
            {say('measures.start')}
          </Button>
          <ButtonLink to={`/clients/${client}`}>{say('measures.back-to-record')}</ButtonLink>
        </Actions>
      </Form>
    </div>
  )
}
