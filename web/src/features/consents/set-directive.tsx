import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, type Input, listPartners, listStaff, readAll, setDirective } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useToday } from '../../app/session.tsx'
import { capital } from '../../i18n/capital.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Actions, Button, Dialog, Form, RadioField, SelectField, TextField } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'
import { useEntries } from './use-entries.ts'

type Body = Input<'setDirective'>['body']
type Section = Extract<Body['scope'], { kind: 'section' }>['section']
type Role = Extract<Body['against'], { kind: 'role' }>['role']

const sections: readonly Section[] = [
  'contact',
  'outcome',
  'goal',
  'prescription',
  'referral',
  'consent',
  'attendance',
  'message',
  'hand-off',
]
const roles: readonly Role[] = ['prescriber', 'navigator', 'centre-admin', 'champion', 'evaluator']

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
  const staff = useQuery(readAll(listStaff, { query: { status: 'active' } }))
  const partners = useQuery(readAll(listPartners, {}))
  const [scope, setScope] = useState<Body['scope']['kind']>('record')
  const [section, setSection] = useState<Section>('contact')
  const [entry, setEntry] = useState('')
  const [against, setAgainst] = useState<Body['against']['kind']>('person')
  const [person, setPerson] = useState('')
  const [role, setRole] = useState<Role>('prescriber')
  const [partner, setPartner] = useState('')
  const [since, setSince] = useState(today)
  const [isTried, setTried] = useState(false)
  const command = useAct(setDirective, say('privacy.set-done'), onClose, () => {})

  const missing = [
    ...(scope === 'entry' && !entry ? [['#/scope/entry', 'field.entry'] as const] : []),
    ...(against === 'person' && !person ? [['#/against/staff', 'field.staff'] as const] : []),
    ...(against === 'organisation' && !partner ? [['#/against/partner', 'field.partner'] as const] : []),
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
        against:
          against === 'person'
            ? { kind: against, staff: person }
            : against === 'role'
              ? { kind: against, role }
              : { kind: against, partner },
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
        <RadioField
          pointer="#/against/kind"
          label={say('field.against')}
          value={against}
          onChange={setAgainst}
          choices={(['person', 'role', 'organisation'] as const).map((value) => ({
            value,
            label: capital(say(`word.${value}`)),
          }))}
        />
        {against === 'person' && (
          <SelectField
            pointer="#/against/staff"
            label={say('field.staff')}
            value={person}
            onChange={setPerson}
            choices={[choose, ...(staff.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        {against === 'role' && (
          <SelectField
            pointer="#/against/role"
            label={say('field.role')}
            value={role}
            onChange={setRole}
            choices={roles.map((value) => ({ value, label: capital(say(`role.${value}`)) }))}
          />
        )}
        {against === 'organisation' && (
          <SelectField
            pointer="#/against/partner"
            label={say('field.partner')}
            value={partner}
            onChange={setPartner}
            width="full"
            choices={[
              choose,
              ...(partners.data?.items ?? []).map(({ id, name }) => ({ value: id, label: inLocale(name, say.locale) })),
            ]}
          />
        )}
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
