import type { Figure, Hidden, Value } from './figures.ts'

/** Counts of 1 to 5 could point at a person; a mean of fewer than ten people says something about each of them. */
export const fewest = 6
export const fewestForMean = 10

/** Statistics that count people, and parts of one whole; all others are measured on people. */
const parts: readonly string[] = ['improved', 'same', 'worse']

/**
 * The same figures for outside the centre: small counts are hidden, with what would give them away, and so is whatever
 * was measured on too few.
 *
 * - A count, an n or a missing of 1 to 5 is hidden. An n and its missing add up to a number that is shown elsewhere:
 *   where one is hidden, so is the other.
 * - Ways of closing, and improved, same and worse, add up too: where one alone is hidden, so is the next smallest.
 * - A step of the funnel that loses 1 to 5 people is hidden: the difference would count them. So is how many waited for it.
 */
export function suppressed(figures: readonly Figure[]): Figure[] {
  const small = figures.map(hideSmall)
  // How many were completed stands in the funnel, and how many were closed beside each way of closing.
  const completed = hideBeside(small, ({ definition, part }) => definition === 'closings' && part?.split(':')[0])
  const closed = hideBeside(completed, ({ definition }) => definition === 'closings' && definition)
  const judged = hideBeside(closed, ({ part, statistic }) => parts.includes(statistic) && part)
  return hideWaits(hideSteps(judged))
}

function hideSmall(figure: Figure): Figure {
  const { definition, statistic, value, n, missing } = figure
  const isCount = statistic === 'count' || parts.includes(statistic)
  const isFew = !isCount && value !== null && typeof n === 'number' && n < fewestForMean
  const isPairHidden = definition !== 'funnel' && (isSmall(n) || isSmall(missing))
  const pair = (count: Value): Value => (isSmall(count) ? 'small' : isPairHidden ? 'beside' : count)
  const isPaired = definition === 'loneliness' && statistic === 'count'
  return {
    ...figure,
    value: isPaired ? pair(value) : isCount && isSmall(value) ? 'small' : isFew ? 'few' : value,
    n: pair(n),
    missing: pair(missing),
  }
}

/** Hides one more of each whole of which one part alone is hidden: the smallest that is not zero. */
function hideBeside(
  figures: readonly Figure[],
  wholeOf: (figure: Figure) => string | false | undefined,
): readonly Figure[] {
  const also = new Set<Figure>()
  for (const [whole, members] of Map.groupBy(figures, wholeOf)) {
    if (!whole || members.filter(({ value }) => isHidden(value)).length !== 1) continue
    const shown = members.filter(({ value }) => numberOf(value) > 0)
    const [next] = shown.toSorted((a, b) => numberOf(a.value) - numberOf(b.value))
    if (next) also.add(next)
  }
  return figures.map((figure) => (also.has(figure) ? { ...figure, value: 'beside' } : figure))
}

function hideSteps(figures: readonly Figure[]): Figure[] {
  let before: number | undefined
  return figures.map((figure) => {
    if (figure.definition !== 'funnel' || typeof figure.value !== 'number') return figure
    if (before !== undefined && isSmall(before - figure.value)) return { ...figure, value: 'beside' }
    before = figure.value
    return figure
  })
}

/** How many waited for a milestone is how many reached it. */
const waitedFor: Readonly<Record<string, string>> = {
  'days-to-contact': 'contacted',
  'days-to-prescription': 'prescribed',
}

function hideWaits(figures: readonly Figure[]): Figure[] {
  const hidden = new Set(figures.filter(({ value }) => isHidden(value)).map(({ id }) => id))
  return figures.map((figure) =>
    hidden.has(waitedFor[figure.id] ?? '') ? { ...figure, n: 'beside', missing: 'beside' } : figure,
  )
}

export function isHidden(value: Value): value is Hidden {
  return typeof value === 'string'
}

function numberOf(value: Value): number {
  return typeof value === 'number' ? value : 0
}

function isSmall(value: Value): boolean {
  return typeof value === 'number' && value >= 1 && value < fewest
}
