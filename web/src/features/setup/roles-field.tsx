import { staffRoles } from '../../../../shared/core/permissions.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'
import { Checkbox } from '../../ui/index.ts'

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
    <fieldset className="field">
      <legend>{say('people.roles')}</legend>
      <div className="stack-small">
        {staffRoles.map((role, index) => (
          <Checkbox
            key={role}
            // What is wrong with the list is said at its first.
            pointer={index === 0 ? '#/roles' : `#/roles-${role}`}
            label={capital(say(`role.${role}`))}
            hint={say(`people.role-why.${role}`)}
            isChecked={value.includes(role)}
            onChange={(isChecked) =>
              onChange(staffRoles.filter((each) => (each === role ? isChecked : value.includes(each))))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
