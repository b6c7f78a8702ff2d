/** A count that others add up to. */
export interface Sum {
  readonly whole: string
  readonly parts: readonly string[]
}

/** From which number to which a count can be. */
export interface Range {
  readonly low: number
  readonly high: number
}

const endless = Number.POSITIVE_INFINITY

export type Counts = ReadonlyMap<string, number>

/**
 * What can be worked out of counts: how large and how small each can be, by what is shown and what adds up to what. Pure.
 * @param hidden what the words in the place of a hidden count say of it.
 * @param sums true ones.
 */
export function possible(
  counts: Counts,
  sums: readonly Sum[],
  hidden: ReadonlyMap<string, Range>,
): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>(
    [...counts].map(([name, count]) => [name, hidden.get(name) ?? { low: count, high: count }]),
  )
  const of = (name: string) => ranges.get(name) ?? { low: 0, high: 0 }
  const narrow = (name: string, low: number, high: number): boolean => {
    const known = of(name)
    const next = { low: Math.max(known.low, low), high: Math.min(known.high, high) }
    if (next.low === known.low && next.high === known.high) return false
    ranges.set(name, next)
    return true
  }
  const learn = ({ whole, parts }: Sum): boolean => {
    const { low, high } = of(whole)
    const found = parts.map((part) => ({ part, ...of(part) }))
    const least = total(found.map((each) => each.low))
    const most = total(found.map((each) => (each.high < endless ? each.high : 0)))
    const open = found.filter((each) => each.high === endless).length
    let isNew = narrow(whole, least, open > 0 ? endless : most)
    for (const each of found) {
      const isOpen = each.high === endless
      const mostOfOthers = open > Number(isOpen) ? endless : most - (isOpen ? 0 : each.high)
      isNew = narrow(each.part, low - mostOfOthers, high - (least - each.low)) || isNew
    }
    return isNew
  }
  while (sums.map(learn).includes(true));
  return ranges
}

/** Whether parts add up as they should: while events are on their way they may not do so yet. */
export function isTrue({ whole, parts }: Sum, counts: Counts): boolean {
  return counts.get(whole) === total(parts.map((part) => counts.get(part) ?? 0))
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
