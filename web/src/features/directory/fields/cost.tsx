import { capital } from '../../../../../shared/i18n/capital.ts'
import { useText } from '../../../i18n/index.ts'
import { Checkbox, RadioField, SelectField, TextField } from '../../../ui/index.ts'
import { admissions } from '../codes.ts'
import { type FieldsProps, Group } from './parts.tsx'

/** What it costs, and for how many there is room. */
export function CostFields({ draft, onChange }: FieldsProps) {
  const say = useText()
  return (
    <Group title={say('directory.cost-places')}>
      <RadioField
        pointer="#/cost/kind"
        label={say('activities.cost-label')}
        value={draft.cost}
        onChange={(cost) => onChange({ cost })}
        choices={(['free', 'by-donation', 'fee'] as const).map((value) => ({
          value,
          label: say(`directory.cost.${value}`),
        }))}
      />
      {draft.cost === 'fee' && (
        <div className="amount">
          <TextField
            pointer="#/cost/cents"
            label={say('directory.dollars')}
            width="short"
            inputMode="decimal"
            value={draft.dollars}
            onChange={(dollars) => onChange({ dollars })}
          />
          <Checkbox
            pointer="#/cost/waivable"
            label={say('directory.waivable')}
            isChecked={draft.waivable}
            onChange={(waivable) => onChange({ waivable })}
          />
        </div>
      )}
      <TextField
        pointer="#/capacity"
        type="number"
        width="short"
        min={1}
        label={say('directory.capacity')}
        hint={say('directory.capacity-why')}
        isOptional
        value={draft.capacity}
        onChange={(capacity) => onChange({ capacity })}
      />
      <SelectField
        pointer="#/admission"
        label={say('directory.admission')}
        value={draft.admission}
        onChange={(admission) => onChange({ admission })}
        choices={admissions.map((value) => ({ value, label: capital(say(`activities.admission.${value}`)) }))}
      />
    </Group>
  )
}
