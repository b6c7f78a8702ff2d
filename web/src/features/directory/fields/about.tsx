import { codeWord } from '../../../../../shared/activities/words.ts'
import { capital } from '../../../../../shared/i18n/capital.ts'
import { languageName } from '../../../../../shared/i18n/formats.ts'
import { useText } from '../../../i18n/index.ts'
import { ChipsField, SelectField } from '../../../ui/index.ts'
import { categories, interests, spoken } from '../codes.ts'
import { BothFields, type FieldsProps, Group } from './parts.tsx'

/** What it is, in both languages. */
export function AboutFields({ draft, onChange }: FieldsProps) {
  const say = useText()
  return (
    <Group title={say('directory.about')}>
      <BothFields
        pointer="#/name"
        labels="directory.name-in"
        value={draft.name}
        maxLength={160}
        onChange={(name) => onChange({ name })}
      />
      <BothFields
        pointer="#/description"
        labels="directory.description-in"
        value={draft.description}
        isLong
        maxLength={3000}
        onChange={(description) => onChange({ description })}
      />
      <SelectField
        pointer="#/category"
        label={say('activities.kind')}
        value={draft.category}
        onChange={(category) => onChange({ category })}
        choices={[
          { value: '', label: say('directory.pick') },
          ...categories.map((value) => ({ value, label: capital(say(`activities.category.${value}`)) })),
        ]}
      />
      <ChipsField
        pointer="#/languages"
        label={say('activities.languages')}
        value={draft.languages}
        onChange={(languages) => onChange({ languages })}
        choices={[...new Set([...spoken, ...draft.languages])].map((value) => ({
          value,
          label: capital(languageName(value, say.locale)),
        }))}
      />
      <details>
        <summary>{say('directory.tags')}</summary>
        <div className="details-body">
          <ChipsField
            pointer="#/tags"
            label={say('activities.tags')}
            isOptional
            value={draft.tags}
            onChange={(tags) => onChange({ tags })}
            choices={[...new Set<string>([...interests, ...draft.tags])].map((value) => ({
              value,
              label: capital(codeWord(value, 'code.interest', say)),
            }))}
          />
        </div>
      </details>
    </Group>
  )
}
