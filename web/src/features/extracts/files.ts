import type { Answer } from '../../api/index.ts'
import { inLocale, type Text } from '../../i18n/index.ts'
import { type Cell, toCsv } from './csv.ts'
import type { Figure, Value } from './figures.ts'
import { isHidden } from './suppress.ts'
import { hiddenWords, partWords } from './words.ts'

/** What an extract was made from, by whom, for whom. */
export interface Snapshot {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly centre: { readonly en: string; readonly fr: string }
  readonly period: { readonly from: string; readonly to: string }
  readonly isForOutside: boolean
}

type Definitions = Answer<'readInsights'>['definitions']

/** The figures as CSV. The first lines say what it is, so that a number can be traced to the moment it was taken. */
export function extractFile(
  figures: readonly Figure[],
  definitions: Definitions,
  snapshot: Snapshot,
  say: Text,
): string {
  const names = new Map(definitions.map(({ id, name }) => [id, name]))
  const columns = ['figure', 'name', 'part', 'part-name', 'statistic', 'value', 'n', 'missing']
  const cellOf = (value: Value): Cell => (isHidden(value) ? hiddenWords(value, say) : value)
  const lines = figures.map((figure) => [
    figure.id,
    names.get(figure.id),
    figure.part,
    partWords(figure, say),
    figure.statistic,
    cellOf(figure.value),
    cellOf(figure.n),
    cellOf(figure.missing),
  ])
  return toCsv([...headOf(snapshot, say), columns, ...lines])
}

/** What each figure, statistic and column means, as CSV. */
export function dictionaryFile(definitions: Definitions, snapshot: Snapshot, say: Text): string {
  const own = (group: 'statistic' | 'column', ids: readonly string[]) =>
    ids.map((id) => [group, id, say(`extracts.${group}.${id}`), say(`extracts.${group}-why.${id}`)])
  return toCsv([
    ...headOf(snapshot, say),
    ['kind', 'id', 'name', 'definition'],
    ...definitions.map(({ id, name, definition }) => ['figure', id, name, definition]),
    ...own('statistic', statistics),
    ...own('column', ['value', 'n', 'missing']),
  ])
}

const statistics = [
  'count',
  'median-days',
  'ninetieth-days',
  'mean-baseline',
  'mean-follow-up',
  'mean-change',
  'interval-low',
  'interval-high',
  'improved',
  'same',
  'worse',
  'wilcoxon-p',
]

function headOf({ id, at, by, centre, period, isForOutside }: Snapshot, say: Text): Cell[][] {
  return [
    [say('common.product'), inLocale(centre, say.locale)],
    [say('extracts.snapshot'), id],
    [say('extracts.taken'), at],
    [say('extracts.by'), by],
    [say('extracts.period'), period.from, period.to],
    [say('extracts.for'), say(isForOutside ? 'extracts.outside-why' : 'extracts.inside-why')],
    [],
  ]
}
