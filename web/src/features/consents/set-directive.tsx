import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { type Answer, type Input, setDirective } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Dialog, Form, RadioField, SelectField, TextField } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'
import { type Against, AgainstFields } from './against-fields.tsx'
import { useEntries } from './use-entries.ts'

type Body = Input<'setDirective'>['body']
type Section = Extract<Body['scope'], { kind: 'section' }>['section']

const sections: readonly Section[] = [
  'contact',
  'outcome',
  'goal',
  'prescription',
  'referral',
  'consent',
  'attendance',
  'message',
  'signpost',
  'hand-off',
]

/** What is withheld, from whom, and since when: in force in every list and search from then on. */
export function SetDirective({
  client,
  referrals,
  onClose,
}: {
  readonly client: string
  readonly referrals: readonly Answer<'getReferral'>[]
  readonly onClose: () => void
}) {
  const say = useText()
  const today = useToday()
  const isOnline = useOnline()
  const entries = useEntries(referrals)
  const [scope, setScope] = useState<Body['scope']['kind']>('record')
  const [section, setSection] = useState<Section>('contact')
  const [entry, setEntry] = useState('')
  const [against, setAgainst] = useState<Against>({ kind: 'person', staff: '' })
  const [since, setSince] = useState(today)
  const [isTried, setTried] = useState(false)
  const command = useAct(setDirective, say('privacy.set-done'), onClose, () => {})

  const missing = [
    ...(scope === 'entry' && !entry ? [['#/scope/entry', 'field.entry'] as const] : []),
    ...(against.kind === 'person' && !against.staff ? [['#/against/staff', 'field.staff'] as const] : []),
    ...(against.kind === 'organisation' && !against.partner ? [['#/against/partner', 'field.partner'] as const] : []),
  ]

  function submit() {
    setTried(true)
    if (missing.length > 0) return
    void command.run({
      params: { client },
      body: {
        scope:
          scope === 'record'
            ? { kind: scope }
            : scope === 'section'
              ? { kind: scope, section }
              : { kind: scope, entry },
        against,
        ...(since !== today && { since }),
      },
    })
  }

  const choose = { value: '', label: say('client.choose') }
  return (
    <Dialog title={say('privacy.set')} isOpen onClose={onClose} isFirm size="lg">
      <Form
        onSubmit={submit}
        problem={command.problem}
        label={say('privacy.set')}
        faults={
          isTried
            ? missing.map(([pointer, field]) => ({ pointer, detail: say('common.required', { field: say(field) }) }))
            : []
        }
      >
        <RadioField
          pointer="#/scope/kind"
          label={say('privacy.what')}
          value={scope}
          onChange={setScope}
          choices={(['record', 'section', 'entry'] as const).map((value) => ({
            value,
            label: capital(say(`word.${value}`)),
          }))}
        />
        {scope === 'section' && (
          <SelectField
            pointer="#/scope/section"
            label={say('field.section')}
            value={section}
            onChange={setSection}
            choices={sections.map((value) => ({ value, label: say(`section.${value}`) }))}
          />
        )}
        {scope === 'entry' && (
          <SelectField
            pointer="#/scope/entry"
            label={say('field.entry')}
            value={entry}
            onChange={setEntry}
            width="full"
            choices={[choose, ...entries]}
          />
        )}
        <AgainstFields against={against} onChange={setAgainst} />
        <TextField
          pointer="#/since"
          type="date"
          width="short"
          label={say('field.since')}
          value={since}
          onChange={setSince}
        />
        <p className="hint">{say('privacy.set-why')}</p>
        <Actions>
          <Button type="submit" kind="primary" isBusy={command.isRunning} isDisabled={!isOnline}>
            {say('privacy.set')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
