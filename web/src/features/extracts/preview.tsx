import { number } from '../../../../shared/i18n/formats.ts'
import { hiddenWords, partWords } from '../../../../shared/insights/line-words.ts'
import type { Answer } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { Banner, type Column, Table } from '../../ui/index.ts'
import { groups } from './wanted.ts'

type Line = Answer<'readFigures'>['lines'][number]
type Value = Line['value']

/** The lines of an extract as they will be in the file, with what each figure means. */
export function Preview({
  lines,
  dictionary,
}: {
  readonly lines: readonly Line[]
  readonly dictionary: Answer<'readFigures'>['definitions']
}) {
  const say = useText()
  const meaning = new Map(dictionary.map((entry) => [entry.id, entry]))
  const columns: Column<Line>[] = [
    {
      key: 'figure',
      label: say('extracts.figure'),
      cell: (line) => partWords(line, say) || meaning.get(line.figure)?.name,
    },
    {
      key: 'statistic',
      label: say('extracts.counted'),
      cell: ({ statistic }) => say(`statistic.${statistic}.name`),
    },
    ...(['value', 'n', 'missing'] as const).map((key) => ({
      key,
      label: say(`column.${key}.name`),
      isNumber: true,
      cell: (line: Line) => <Shown value={line[key]} />,
    })),
  ]
  const isAnyHidden = lines.some(({ value, n, missing }) =>
    [value, n, missing].some((each) => typeof each === 'string'),
  )
  return (
    <div className="stack">
      {isAnyHidden && (
        <Banner title={say('extracts.hidden')}>
          <p>{say('extracts.hidden-why')}</p>
        </Banner>
      )}
      {groups.map((group) => {
        const rows = lines.filter((line) => line.group === group)
        if (rows.length === 0) return null
        const ids = [...new Set(rows.map(({ figure }) => figure))]
        return (
          <section key={group} className="stack-small">
            <h3>{say(`extract.group.${group}`)}</h3>
            <Table
              caption={say(`extract.group.${group}`)}
              columns={columns}
              rows={rows}
              keyOf={({ figure, part, statistic }) => `${figure} ${part} ${statistic}`}
            />
            <details>
              <summary>{say('extracts.meaning')}</summary>
              <dl className="facts details-body">
                {ids.map((id) => (
                  <div key={id}>
                    <dt>{meaning.get(id)?.name}</dt>
                    <dd className="meaning">{meaning.get(id)?.definition}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </section>
        )
      })}
    </div>
  )
}

function Shown({ value }: { readonly value: Value }) {
  const say = useText()
  if (value === null) return say('extracts.nothing')
  if (typeof value === 'number') return number(value, say.locale, { maximumFractionDigits: 3 })
  return (
    <span className="suppressed" title={say(`hidden.${value}.why`)}>
      {hiddenWords(value, say)}
      <span className="visually-hidden">. {say(`hidden.${value}.why`)}</span>
    </span>
  )
}
