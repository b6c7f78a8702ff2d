import './filter-bar.css'
import { useText } from '../../i18n/index.ts'
import { ChipsField, type Choice, SelectField } from '../../ui/index.ts'

/** One thing to choose from a list; nothing chosen is any. */
interface ListFilter {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
}

/** What is asked of a list of activities: words, one of each of a few lists, and what each must have. */
export function FilterBar<M extends string>({
  text,
  lists,
  marks,
  onText,
  onList,
  onMarks,
}: {
  readonly text: string
  readonly lists: readonly ListFilter[]
  readonly marks: { readonly label: string; readonly value: readonly M[]; readonly choices: readonly Choice<M>[] }
  readonly onText: (text: string) => void
  readonly onList: (name: string, value: string) => void
  readonly onMarks: (marks: readonly M[]) => void
}) {
  const say = useText()
  return (
    <search className="filter-bar">
      <div className="filter-words">
        <label htmlFor="filter-words">{say('prescribe.search')}</label>
        <input
          id="filter-words"
          type="search"
          className="search"
          autoComplete="off"
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      </div>
      {lists.map(({ name, label, value, choices }) => (
        <SelectField
          key={name}
          pointer={`#/${name}`}
          label={label}
          value={value}
          onChange={(picked) => onList(name, picked)}
          choices={[{ value: '', label: say('prescribe.any') }, ...choices]}
        />
      ))}
      <ChipsField pointer="#/marks" {...marks} onChange={onMarks} />
    </search>
  )
}
