import { useRef, useState } from 'react'
import { recordOutcome, useCommand } from '../../api/index.ts'
import { inLocale, useTextIn } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'
import { ButtonLink, Empty, Progress, useUnsaved } from '../../ui/index.ts'
import { CrisisHelp } from './crisis-help.tsx'
import { QuestionLanguage } from './language.tsx'
import type { Sitting } from './measures.tsx'
import { Question } from './question.tsx'
import type { Given } from './questions.ts'

type Answers = Readonly<Record<string, Given>>

/**
 * Question after question. Answers are kept on going back; each instrument is saved when its last question is answered,
 * so that leaving early loses no more than the one that was begun.
 */
export function Asking({
  client,
  name,
  referral,
  sitting,
  locale,
  onLocale,
}: {
  readonly client: string
  readonly name: string
  readonly referral: string
  readonly sitting: Sitting
  readonly locale: Locale
  readonly onLocale: (locale: Locale) => void
}) {
  const say = useTextIn(locale)
  const { instruments, phase, mode } = sitting
  const [at, setAt] = useState({ instrument: 0, item: 0 })
  const [answers, setAnswers] = useState<Answers>({})
  // The next question is asked while what is on screen elsewhere is still read again.
  const [isSaving, setSaving] = useState(false)
  const [help, setHelp] = useState<{ en: string; fr: string }>()
  const instrument = instruments[at.instrument]
  const item = instrument?.items[at.item]
  const record = useCommand(recordOutcome, {
    onDone: ({ crisisHelp }) => {
      setSaving(false)
      setHelp(crisisHelp)
      setAnswers({})
      setAt({ instrument: at.instrument + 1, item: 0 })
    },
    onProblem: () => setSaving(false),
  })

  // Answers of the instrument that was begun, the questions before this one among them.
  const asked = useRef<HTMLDivElement>(null)
  useUnsaved(asked, Object.keys(answers).length > 0)

  const before = instruments.slice(0, at.instrument).reduce((sum, { items }) => sum + items.length, 0)
  const all = instruments.reduce((sum, { items }) => sum + items.length, 0)

  function next(given: Given) {
    if (instrument === undefined || item === undefined) return
    const known = { ...answers, [item.id]: given }
    setAnswers(known)
    if (at.item + 1 < instrument.items.length) return setAt({ ...at, item: at.item + 1 })
    setSaving(true)
    void record.run({ params: { referral }, body: { instrument: instrument.id, mode, phase, locale, answers: known } })
  }

  if (help) return <CrisisHelp help={help} locale={locale} onLocale={onLocale} onGoOn={() => setHelp(undefined)} />
  if (instrument === undefined || item === undefined) {
    return (
      <div lang={`${locale}-CA`}>
        <Empty
          title={say('measures.done')}
          icon="check"
          actions={
            <ButtonLink to={`/clients/${client}`} kind="primary">
              {say('measures.back-to-record')}
            </ButtonLink>
          }
        >
          {say('measures.done-why')}
        </Empty>
      </div>
    )
  }
  return (
    <div ref={asked} className="stack asking">
      {/* Who fills it in alone knows who they are; whoever asks has to see whom they ask. */}
      {mode !== 'self' && <h2>{name}</h2>}
      <div className="asking-head">
        <QuestionLanguage locale={locale} onLocale={onLocale} />
        <div lang={`${locale}-CA`}>
          <Progress
            label={`${inLocale(instrument.title, locale)} · ${say('measures.progress', { n: before + at.item + 1, all })}`}
            part={(before + at.item) / all}
          />
        </div>
      </div>
      <Question
        key={`${instrument.id} ${item.id}`}
        stem={instrument.stem}
        item={item}
        number={at.item + 1}
        locale={locale}
        given={answers[item.id]}
        isLast={at.item + 1 === instrument.items.length}
        isSaving={isSaving}
        problem={record.problem}
        onNext={next}
        onBack={
          at.item > 0
            ? (given) => {
                if (given !== undefined) setAnswers({ ...answers, [item.id]: given })
                setAt({ ...at, item: at.item - 1 })
                record.reset()
              }
            : undefined
        }
      />
      <p lang={`${locale}-CA`}>
        <ButtonLink to={`/clients/${client}`} kind="quiet">
          {say('measures.leave')}
        </ButtonLink>
      </p>
    </div>
  )
}
