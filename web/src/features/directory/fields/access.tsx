import { capital } from '../../../../../shared/i18n/capital.ts'
import { useText } from '../../../i18n/index.ts'
import { ChipsField } from '../../../ui/index.ts'
import { accessibilities, barriers } from '../codes.ts'
import { BothFields, type FieldsProps, Group } from './parts.tsx'

/** Who can take part, and what helps them to. */
export function AccessFields({ draft, onChange }: FieldsProps) {
  const say = useText()
  return (
    <Group title={say('directory.access')}>
      <ChipsField
        pointer="#/accessibility"
        label={say('activities.accessible')}
        isOptional
        value={draft.accessibility}
        onChange={(accessibility) => onChange({ accessibility })}
        choices={accessibilities.map((value) => ({ value, label: capital(say(`activities.accessibility.${value}`)) }))}
      />
      <ChipsField
        pointer="#/barriersAnswered"
        label={say('activities.helps')}
        isOptional
        value={draft.barriersAnswered}
        onChange={(barriersAnswered) => onChange({ barriersAnswered })}
        choices={barriers.map((value) => ({ value, label: capital(say(`code.barrier.${value}`)) }))}
      />
      <BothFields
        pointer="#/eligibility"
        labels="directory.eligibility-in"
        value={draft.eligibility}
        isOptional
        maxLength={500}
        onChange={(eligibility) => onChange({ eligibility })}
      />
    </Group>
  )
}
