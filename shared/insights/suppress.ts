import { type Counts, isTrue, possible, type Range, type Sum } from './possible.ts'

/** A figure as those outside the centre that owns it may see it: a number, or why there is none. */
export type Shown = number | 'suppressed'

/** A number, or why it is hidden: it is small itself; a small one could be worked out with it. */
export type Count = number | 'small' | 'beside'

/** Counts of 1 to 5 could point at a person. Zero points at nobody. */
export const fewest = 6

/** A mean of fewer people than this says something about each of them. */
export const fewestForMean = 10

/** A network figure takes at least this many centres, or it is one centre's by another name. */
export const fewestCentres = 3

/** A small count of which fewer numbers than this remain possible is as good as told. */
const fewestPossible = 3

export function isSmall(count: number): boolean {
  return count > 0 && count < fewest
}

/** What a reader can tell of a hidden count from the words in its place. */
interface Hidden extends Range {
  readonly label: 'small' | 'beside'
}

const small: Hidden = { label: 'small', low: 1, high: fewest - 1 }
const large: Hidden = { label: 'beside', low: fewest, high: Number.POSITIVE_INFINITY }
const notZero: Hidden = { ...large, low: 1 }
const anything: Hidden = { ...large, low: 0 }

/**
 * Counts for those outside: the one rule for all that leaves a centre. Small ones are hidden; then, as long as the sums
 * leave fewer than three numbers possible for one of them, another is hidden with it: the smallest that puts an end to
 * that, or where it takes several, the smallest nearby. A zero is always shown. Pure.
 * @param counts by name.
 * @param given which of them add up to which; a reader knows that they do.
 * @param untold names of counts that are written nowhere, and must not be worked out either.
 */
export function suppress(
  counts: Counts,
  given: readonly Sum[],
  untold: ReadonlySet<string> = new Set(),
): Map<string, Count> {
  const sums = given.filter((sum) => isTrue(sum, counts))
  const hidden = new Map(
    [...counts].flatMap(([name, count]): [string, Hidden][] =>
      untold.has(name) ? [[name, anything]] : isSmall(count) ? [[name, small]] : [],
    ),
  )
  const delicate = wholesFirst(
    [...counts.keys()].filter((name) => isSmall(counts.get(name) ?? 0)),
    sums,
  )
  const beyondHelp = new Set<string>()
  for (;;) {
    const known = possible(counts, sums, hidden)
    const told = delicate.find((name) => isTold(known.get(name)) && !beyondHelp.has(name))
    if (told === undefined) break
    const next = nextToHide(told, counts, sums, hidden)
    if (next !== undefined) hidden.set(next, large)
    // Nothing that is shown tells it, but the words in the place of others do: it has other words itself.
    else if (hidden.get(told) === small) hidden.set(told, notZero)
    else beyondHelp.add(told)
  }
  return new Map([...counts].map(([name, count]) => [name, hidden.get(name)?.label ?? count]))
}

/**
 * One count per centre and their sum, with small cells suppressed and what would give them away; the sum also when fewer
 * than three centres contribute to it.
 * @param counts by centre.
 */
export function suppressColumn(counts: Readonly<Record<string, number>>): {
  readonly cells: Record<string, Shown>
  readonly total: Shown
} {
  // No centre's id has a space in it.
  const whole = 'all centres'
  const sum = Object.values(counts).reduce((total, count) => total + count, 0)
  const contributing = Object.values(counts).filter((count) => count > 0).length
  const isFew = sum > 0 && contributing < fewestCentres
  const all = new Map([...Object.entries(counts), [whole, sum] as const])
  const shown = suppress(all, [{ whole, parts: Object.keys(counts) }], new Set(isFew ? [whole] : []))
  const masked = (name: string): Shown => {
    const count = shown.get(name) ?? 0
    return typeof count === 'number' ? count : 'suppressed'
  }
  return {
    cells: Object.fromEntries(Object.keys(counts).map((centre) => [centre, masked(centre)])),
    total: masked(whole),
  }
}

/** A whole first: where it tells of its parts, it is the one to say less of. */
function wholesFirst(names: readonly string[], sums: readonly Sum[]): string[] {
  const wholes = new Set(sums.map(({ whole }) => whole))
  return names.toSorted((a, b) => Number(wholes.has(b)) - Number(wholes.has(a)))
}

/** What to hide so that a count is no longer told; nothing where hiding all that is shown would be of no use. */
function nextToHide(
  told: string,
  counts: Counts,
  sums: readonly Sum[],
  hidden: ReadonlyMap<string, Hidden>,
): string | undefined {
  const size = (name: string) => counts.get(name) ?? 0
  const shown = [...counts.keys()]
    .filter((name) => !hidden.has(name) && size(name) > 0)
    .toSorted((a, b) => size(a) - size(b))
  const helps = (more: readonly (readonly [string, Hidden])[]) =>
    !isTold(possible(counts, sums, new Map([...hidden, ...more])).get(told))
  if (!helps(shown.map((name) => [name, anything]))) return undefined
  return shown.find((name) => helps([[name, large]])) ?? nearest(told, shown, sums)
}

function isTold({ low, high }: Range = { low: 0, high: 0 }): boolean {
  return high - low + 1 < fewestPossible
}

/** The first of the names that is in the sums around a count: in its own, then further off. */
function nearest(name: string, names: readonly string[], sums: readonly Sum[]): string | undefined {
  let near = new Set([name])
  for (;;) {
    const around = new Set(
      sums.flatMap(({ whole, parts }) => ([whole, ...parts].some((each) => near.has(each)) ? [whole, ...parts] : [])),
    )
    const found = names.find((each) => around.has(each))
    if (found !== undefined || around.size <= near.size) return found
    near = around
  }
}
