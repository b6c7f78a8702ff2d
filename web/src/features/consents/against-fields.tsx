import { useQuery } from '@tanstack/react-query'
import { capital } from '../../../../shared/i18n/capital.ts'
import { type Input, listPartners, listStaff, readAll } from '../../api/index.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { RadioField, SelectField } from '../../ui/index.ts'

export type Against = Input<'setDirective'>['body']['against']
type Role = Extract<Against, { kind: 'role' }>['role']

const kinds = ['person', 'role', 'organisation'] as const
const roles: readonly Role[] = ['prescriber', 'navigator', 'centre-admin', 'champion', 'evaluator']

/** From whom something is withheld: one person, everybody in a role, or a partner. */
export function AgainstFields({
  against,
  onChange,
}: {
  readonly against: Against
  readonly onChange: (against: Against) => void
}) {
  const say = useText()
  const staff = useQuery(readAll(listStaff, { query: { status: 'active' } }))
  const partners = useQuery(readAll(listPartners, {}))
  const choose = { value: '', label: say('client.choose') }
  const begun: Record<Against['kind'], Against> = {
    person: { kind: 'person', staff: '' },
    role: { kind: 'role', role: 'prescriber' },
    organisation: { kind: 'organisation', partner: '' },
  }
  return (
    <>
      <RadioField
        pointer="#/against/kind"
        label={say('field.against')}
        value={against.kind}
        onChange={(kind) => onChange(begun[kind])}
        choices={kinds.map((value) => ({ value, label: capital(say(`word.${value}`)) }))}
      />
      {against.kind === 'person' && (
        <SelectField
          pointer="#/against/staff"
          label={say('field.staff')}
          value={against.staff}
          onChange={(picked) => onChange({ kind: 'person', staff: picked })}
          choices={[choose, ...(staff.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {against.kind === 'role' && (
        <SelectField
          pointer="#/against/role"
          label={say('field.role')}
          value={against.role}
          onChange={(role) => onChange({ kind: 'role', role })}
          choices={roles.map((value) => ({ value, label: capital(say(`role.${value}`)) }))}
        />
      )}
      {against.kind === 'organisation' && (
        <SelectField
          pointer="#/against/partner"
          label={say('field.partner')}
          value={against.partner}
          onChange={(partner) => onChange({ kind: 'organisation', partner })}
          width="full"
          choices={[
            choose,
            ...(partners.data?.items ?? []).map(({ id, name }) => ({ value: id, label: inLocale(name, say.locale) })),
          ]}
        />
      )}
    </>
  )
}
