import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'
import { SelectField, TextField } from '../../ui/index.ts'
import type { Draft } from './draft.ts'
import type { EditProps } from './edit-names.tsx'

type Equity = Draft['equity']

const choices = {
  bornInCanada: ['yes', 'no', 'dont-know', 'prefer-not-to-say'],
  indigenousIdentity: ['first-nations', 'inuit', 'metis', 'no', 'dont-know', 'prefer-not-to-say'],
  householdIncome: [
    'under-15000',
    '15000-29999',
    '30000-59999',
    '60000-89999',
    '90000-or-more',
    'dont-know',
    'prefer-not-to-say',
  ],
  livesAlone: ['yes', 'no', 'prefer-not-to-say'],
} as const
const inWords = ['gender', 'sexualOrientation'] as const
const several = ['racialIdentity', 'disability'] as const

/** What is asked, in the order in which it is. */
export const equityFields: readonly (keyof Equity)[] = [
  ...(Object.keys(choices) as (keyof typeof choices)[]),
  'peopleSupported',
  ...inWords,
  ...several,
]

/** Questions that each may be left out, and that "prefer not to say" answers. */
export function EditEquity({ draft, put }: EditProps) {
  const say = useText()
  const { equity } = draft
  const set = (field: keyof Equity, value: unknown) => {
    const { [field]: _, ...rest } = equity
    put({ equity: (value === '' ? rest : { ...rest, [field]: value }) as Equity })
  }
  return (
    <details>
      <summary>{say('field.equity')}</summary>
      <fieldset className="part details-body">
        <legend className="visually-hidden">{say('field.equity')}</legend>
        <p className="hint">{say('client.equity-why')}</p>
        <div className="grid-2">
          {Object.entries(choices).map(([field, values]) => (
            <SelectField<string>
              key={field}
              pointer={`#/equity/${field}`}
              label={say(`field.${field}`)}
              isOptional
              value={String(equity[field as keyof Equity] ?? '')}
              onChange={(value) => set(field as keyof Equity, value)}
              choices={[
                { value: '', label: '–' },
                ...values.map((value) => ({ value, label: capital(say(`word.${value}`)) })),
              ]}
            />
          ))}
          <TextField
            pointer="#/equity/peopleSupported"
            type="number"
            inputMode="numeric"
            min={1}
            max={30}
            label={say('field.peopleSupported')}
            isOptional
            value={typeof equity.peopleSupported === 'number' ? String(equity.peopleSupported) : ''}
            onChange={(value) => set('peopleSupported', value === '' ? '' : Number(value))}
          />
          {inWords.map((field) => (
            <TextField
              key={field}
              pointer={`#/equity/${field}`}
              label={say(`field.${field}`)}
              isOptional
              value={equity[field] ?? ''}
              maxLength={60}
              onChange={(value) => set(field, value)}
            />
          ))}
          {several.map((field) => (
            <TextField
              key={field}
              pointer={`#/equity/${field}`}
              label={say(`field.${field}`)}
              hint={say('client.by-commas')}
              isOptional
              value={(equity[field] ?? []).join(', ')}
              onChange={(value) => set(field, value === '' ? '' : value.split(/,\s?/))}
            />
          ))}
        </div>
      </fieldset>
    </details>
  )
}
