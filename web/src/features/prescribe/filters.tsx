import { weekdays } from '../../../../shared/activities/rule.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { languageName } from '../../../../shared/i18n/formats.ts'
import { useText } from '../../i18n/index.ts'
import { FilterBar } from '../activities/filter-bar.tsx'
import { type Filter, type Match, onlys } from './filter.ts'

const distances = ['2', '5', '10', '25', '50'] as const

/** What to ask of the activities: words, a language, a distance, a day, and what they must have. */
export function Filters({
  filter,
  onChange,
  matches,
}: {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly matches: readonly Match[]
}) {
  const say = useText()
  const languages = [...new Set(matches.flatMap(({ activity }) => activity.languages))].toSorted()
  const set = (change: Partial<Filter>) => onChange({ ...filter, ...change })
  return (
    <FilterBar
      text={filter.text}
      onText={(text) => set({ text })}
      lists={[
        {
          name: 'language',
          label: say('prescribe.language'),
          value: filter.language,
          choices: languages.map((value) => ({ value, label: capital(languageName(value, say.locale)) })),
        },
        {
          name: 'within',
          label: say('prescribe.distance'),
          value: filter.within,
          choices: distances.map((value) => ({ value, label: say('prescribe.within', { km: value }) })),
        },
        {
          name: 'day',
          label: say('prescribe.day'),
          value: filter.day,
          choices: weekdays.map((value) => ({ value, label: capital(say(`activities.day.${value}`)) })),
        },
      ]}
      onList={(name, value) => set({ [name]: value })}
      marks={{
        label: say('prescribe.only'),
        value: filter.only,
        choices: onlys.map((value) => ({ value, label: say(`prescribe.must.${value}`) })),
      }}
      onMarks={(only) => set({ only })}
    />
  )
}
