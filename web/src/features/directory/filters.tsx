import { weekdays } from '../../../../shared/activities/rule.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { languageName } from '../../../../shared/i18n/formats.ts'
import type { Input } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { ChipsField, SelectField } from '../../ui/index.ts'
import { categories, spoken } from './codes.ts'

type Query = NonNullable<Input<'listActivities'>['query']>
const marks = ['free', 'freePlaces', 'volunteer', 'step-free', 'stale', 'closed'] as const

/** What is asked of the directory. What is empty is not asked. */
export interface DirectoryFilter {
  readonly text: string
  readonly category: string
  readonly language: string
  readonly day: string
  readonly marks: readonly (typeof marks)[number][]
}

export const noFilter: DirectoryFilter = { text: '', category: '', language: '', day: '', marks: [] }

/** The same as the API asks it; `stale` is picked of what it lists. */
export function queryOf({ text, category, language, day, marks }: DirectoryFilter): Query {
  return {
    ...(text.trim() && { text: text.trim() }),
    ...(category && { category: category as NonNullable<Query['category']> }),
    ...(language && { language }),
    ...(day && { day: day as NonNullable<Query['day']> }),
    ...(marks.includes('free') && { free: 'true' as const }),
    ...(marks.includes('freePlaces') && { freePlaces: 'true' as const }),
    ...(marks.includes('volunteer') && { volunteer: 'true' as const }),
    ...(marks.includes('step-free') && { accessibility: 'step-free' as const }),
    status: marks.includes('closed') ? 'closed' : 'active',
  }
}

/** Words, a kind, a language, a day, and what a listing must have. */
export function DirectoryFilters({
  filter,
  onChange,
}: {
  readonly filter: DirectoryFilter
  readonly onChange: (filter: DirectoryFilter) => void
}) {
  const say = useText()
  const any = { value: '', label: say('prescribe.any') }
  const set = (change: Partial<DirectoryFilter>) => onChange({ ...filter, ...change })
  return (
    <search className="directory-filters">
      <div className="directory-search">
        <label htmlFor="directory-search">{say('prescribe.search')}</label>
        <input
          id="directory-search"
          type="search"
          className="search"
          autoComplete="off"
          value={filter.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      </div>
      <SelectField
        pointer="#/category"
        label={say('activities.kind')}
        value={filter.category}
        onChange={(category) => set({ category })}
        choices={[any, ...categories.map((value) => ({ value, label: capital(say(`activities.category.${value}`)) }))]}
      />
      <SelectField
        pointer="#/language"
        label={say('prescribe.language')}
        value={filter.language}
        onChange={(language) => set({ language })}
        choices={[
          any,
          ...spoken.map((value): { value: string; label: string } => ({
            value,
            label: capital(languageName(value, say.locale)),
          })),
        ]}
      />
      <SelectField
        pointer="#/day"
        label={say('prescribe.day')}
        value={filter.day}
        onChange={(day) => set({ day })}
        choices={[
          any,
          ...weekdays.map((value): { value: string; label: string } => ({
            value,
            label: capital(say(`activities.day.${value}`)),
          })),
        ]}
      />
      <ChipsField
        pointer="#/marks"
        label={say('directory.only')}
        value={filter.marks}
        onChange={(marks) => set({ marks })}
        choices={marks.map((value) => ({ value, label: say(`directory.mark.${value}`) }))}
      />
    </search>
  )
}
