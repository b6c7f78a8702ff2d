import { weekdays } from '../../../../shared/activities/rule.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { languageName } from '../../../../shared/i18n/formats.ts'
import type { Input } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { FilterBar } from '../activities/filter-bar.tsx'
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
  const set = (change: Partial<DirectoryFilter>) => onChange({ ...filter, ...change })
  const named = (values: readonly string[], nameOf: (value: string) => string) =>
    values.map((value) => ({ value, label: capital(nameOf(value)) }))
  return (
    <FilterBar
      text={filter.text}
      onText={(text) => set({ text })}
      lists={[
        {
          name: 'category',
          label: say('activities.kind'),
          value: filter.category,
          choices: named(categories, (value) => say(`activities.category.${value}`)),
        },
        {
          name: 'language',
          label: say('prescribe.language'),
          value: filter.language,
          choices: named(spoken, (value) => languageName(value, say.locale)),
        },
        {
          name: 'day',
          label: say('prescribe.day'),
          value: filter.day,
          choices: named(weekdays, (value) => say(`activities.day.${value}`)),
        },
      ]}
      onList={(name, value) => set({ [name]: value })}
      marks={{
        label: say('directory.only'),
        value: filter.marks,
        choices: marks.map((value) => ({ value, label: say(`directory.mark.${value}`) })),
      }}
      onMarks={(marks) => set({ marks })}
    />
  )
}
