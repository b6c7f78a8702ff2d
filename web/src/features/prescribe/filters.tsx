import { weekdays } from '../../../../shared/activities/rule.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { languageName } from '../../../../shared/i18n/formats.ts'
import { useText } from '../../i18n/index.ts'
import { ChipsField, SelectField } from '../../ui/index.ts'
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
  const any = { value: '', label: say('prescribe.any') }
  const languages = [...new Set(matches.flatMap(({ activity }) => activity.languages))].toSorted()
  const set = (change: Partial<Filter>) => onChange({ ...filter, ...change })
  return (
    <search className="filters">
      <div className="filter-search">
        <label htmlFor="prescribe-search">{say('prescribe.search')}</label>
        <input
          id="prescribe-search"
          type="search"
          className="search"
          autoComplete="off"
          value={filter.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      </div>
      <SelectField
        pointer="#/language"
        label={say('prescribe.language')}
        value={filter.language}
        onChange={(language) => set({ language })}
        choices={[any, ...languages.map((value) => ({ value, label: capital(languageName(value, say.locale)) }))]}
      />
      <SelectField
        pointer="#/within"
        label={say('prescribe.distance')}
        value={filter.within}
        onChange={(within) => set({ within })}
        choices={[any, ...distances.map((value) => ({ value, label: say('prescribe.within', { km: value }) }))]}
      />
      <SelectField
        pointer="#/day"
        label={say('prescribe.day')}
        value={filter.day}
        onChange={(day) => set({ day })}
        choices={[
          { value: '', label: say('prescribe.any') },
          ...weekdays.map((value) => ({ value, label: capital(say(`activities.day.${value}`)) })),
        ]}
      />
      <ChipsField
        pointer="#/only"
        label={say('prescribe.only')}
        value={filter.only}
        onChange={(only) => set({ only })}
        choices={onlys.map((value) => ({ value, label: say(`prescribe.must.${value}`) }))}
      />
    </search>
  )
}
