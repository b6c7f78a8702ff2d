import { useQuery } from '@tanstack/react-query'
import { capital } from '../../../../../shared/i18n/capital.ts'
import { listPartners, listStaff, readAll } from '../../../api/index.ts'
import { useCan } from '../../../app/session.tsx'
import { inLocale, useText } from '../../../i18n/index.ts'
import { ChipsField, SelectField, TextField } from '../../../ui/index.ts'
import { BothFields, type FieldsProps, Group } from './parts.tsx'

/** Who runs it, who leads it, whom to ask, and who may prescribe it. */
export function PeopleFields({ draft, onChange }: FieldsProps) {
  const say = useText()
  const can = useCan()
  const partners = useQuery({ ...readAll(listPartners, {}), enabled: can('partners:read') })
  const staff = useQuery({ ...readAll(listStaff, {}), enabled: can('staff:read') })
  const shares = ['centre', ...(draft.visibility === 'shared' ? (['shared'] as const) : []), 'provincial'] as const
  return (
    <Group title={say('directory.who')}>
      <SelectField
        pointer="#/partner"
        label={say('activities.organiser')}
        value={draft.partner}
        onChange={(partner) => onChange({ partner })}
        choices={[
          { value: '', label: say('activities.own') },
          ...(partners.data?.items ?? []).map(({ id, name }) => ({ value: id, label: inLocale(name, say.locale) })),
        ]}
      />
      <ChipsField
        pointer="#/leaders"
        label={say('activities.leaders')}
        isOptional
        value={draft.leaders}
        onChange={(leaders) => onChange({ leaders })}
        choices={(staff.data?.items ?? [])
          .filter(({ id, roles }) => roles.includes('champion') || draft.leaders.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="both-languages">
        <TextField
          pointer="#/contact/name"
          label={say('directory.contact-name')}
          isOptional
          maxLength={120}
          value={draft.contactName}
          onChange={(contactName) => onChange({ contactName })}
        />
        <TextField
          pointer="#/contact/phone"
          type="tel"
          label={say('directory.contact-phone')}
          isOptional
          maxLength={30}
          value={draft.contactPhone}
          onChange={(contactPhone) => onChange({ contactPhone })}
        />
        <TextField
          pointer="#/contact/email"
          type="email"
          label={say('directory.contact-email')}
          isOptional
          maxLength={200}
          value={draft.contactEmail}
          onChange={(contactEmail) => onChange({ contactEmail })}
        />
      </div>
      <BothFields
        pointer="#/volunteerRoles/0"
        labels="directory.role-in"
        value={draft.role}
        isOptional
        maxLength={120}
        onChange={(role) => onChange({ role })}
      />
      <SelectField
        pointer="#/visibility"
        label={say('directory.visibility')}
        value={draft.visibility}
        onChange={(visibility) => onChange({ visibility })}
        choices={shares.map((value) => ({ value, label: capital(say(`activities.visibility.${value}`)) }))}
      />
    </Group>
  )
}
