/** A figure as those outside the centre that owns it may see it: a number, or why there is none. */
export type Shown = number | 'suppressed'

/** Counts of 1 to 5 could point at a person. Zero points at nobody. */
const smallest = 1
const largest = 5

/** A network figure takes at least this many centres, or it is one centre's by another name. */
const fewestCentres = 3

/**
 * One count per centre and their sum, with small cells suppressed. Where the sum would give a single suppressed cell
 * away, the next smallest that is not zero is suppressed with it; the sum itself is suppressed when it is small, or when
 * fewer than three centres contribute to it.
 * @param counts by centre.
 */
export function suppressColumn(counts: Readonly<Record<string, number>>): {
  readonly cells: Record<string, Shown>
  readonly total: Shown
} {
  const hidden = new Set(Object.keys(counts).filter((centre) => isSmall(counts[centre] ?? 0)))
  if (hidden.size === 1) {
    const [next] = Object.entries(counts)
      .filter(([centre, count]) => count > 0 && !hidden.has(centre))
      .toSorted(([, a], [, b]) => a - b)
    if (next) hidden.add(next[0])
  }
  const sum = Object.values(counts).reduce((total, count) => total + count, 0)
  const contributing = Object.values(counts).filter((count) => count > 0).length
  const isTotalHidden = isSmall(sum) || (sum > 0 && contributing < fewestCentres)
  return {
    cells: Object.fromEntries(
      Object.entries(counts).map(([centre, count]) => [centre, hidden.has(centre) ? 'suppressed' : count]),
    ),
    total: isTotalHidden ? 'suppressed' : sum,
  }
}

/** Whether a count is one that nobody outside the centre may see. */
export function isSmall(count: number): boolean {
  return count >= smallest && count <= largest
}
