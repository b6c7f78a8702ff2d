import type { Answer } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { Banner, type Column, Table } from '../../ui/index.ts'
import { definitions, type Figure, type Value } from './figures.ts'
import { isHidden } from './suppress.ts'
import { partWords, valueWords } from './words.ts'

/** The lines of an extract as they will be in the file, with what each figure means. */
export function Preview({
  figures,
  dictionary,
}: {
  readonly figures: readonly Figure[]
  readonly dictionary: Answer<'readInsights'>['definitions']
}) {
  const say = useText()
  const meaning = new Map(dictionary.map((entry) => [entry.id, entry]))
  const columns: Column<Figure>[] = [
    {
      key: 'figure',
      label: say('extracts.figure'),
      cell: (figure) => partWords(figure, say) || meaning.get(figure.id)?.name,
    },
    {
      key: 'statistic',
      label: say('extracts.counted'),
      cell: ({ statistic }) => say(`extracts.statistic.${statistic}`),
    },
    ...(['value', 'n', 'missing'] as const).map((key) => ({
      key,
      label: say(`extracts.column.${key}`),
      isNumber: true,
      cell: (figure: Figure) => <Shown value={figure[key]} />,
    })),
  ]
  const isAnyHidden = figures.some(({ value, n, missing }) => [value, n, missing].some(isHidden))
  return (
    <div className="stack">
      {isAnyHidden && (
        <Banner title={say('extracts.hidden')}>
          <p>{say('extracts.hidden-why')}</p>
        </Banner>
      )}
      {definitions.map((definition) => {
        const rows = figures.filter((figure) => figure.definition === definition)
        if (rows.length === 0) return null
        const ids = [...new Set(rows.map(({ id }) => id))]
        return (
          <section key={definition} className="stack-small">
            <h3>{say(`extracts.definition.${definition}`)}</h3>
            <Table
              caption={say(`extracts.definition.${definition}`)}
              columns={columns}
              rows={rows}
              keyOf={({ id, part, statistic }) => `${id} ${part} ${statistic}`}
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
  if (!isHidden(value)) return valueWords(value, say)
  return (
    <span className="suppressed" title={say(`extracts.why.${value}`)}>
      {valueWords(value, say)}
      <span className="visually-hidden">. {say(`extracts.why.${value}`)}</span>
    </span>
  )
}
