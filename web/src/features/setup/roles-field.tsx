import { staffRoles } from '../../../../shared/core/permissions.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'
import { ChecksField } from '../../ui/index.ts'

export type StaffRole = (typeof staffRoles)[number]

/** Any number of roles, each with what it lets somebody do. */
export function RolesField({
  value,
  onChange,
}: {
  readonly value: readonly StaffRole[]
  readonly onChange: (roles: StaffRole[]) => void
}) {
  const say = useText()
  return (
    <ChecksField
      pointer="#/roles"
      label={say('people.roles')}
      choices={staffRoles.map((role) => ({
        value: role,
        label: capital(say(`role.${role}`)),
        hint: say(`people.role-why.${role}`),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
