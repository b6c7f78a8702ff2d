/** Milliseconds of each run of both sides. */
export interface Row {
  readonly name: string
  readonly product: readonly number[]
  readonly raw: readonly number[]
  /** Database commands of one request, in the order they are sent; those sent side by side are joined. */
  readonly roundTrips: number
}

/** The most that a request may take, in times of its raw database calls: docs/architecture.md, "Speed". */
const budget = 1.3

/** A table of medians and their ratio. */
export function report(rows: readonly Row[]): string {
  const lines = rows.map(({ name, product, raw, roundTrips }) => {
    const [p, r] = [median(product), median(raw)]
    const ratio = p / r
    return [
      name.padEnd(24),
      `${p.toFixed(2)} ms`.padStart(10),
      `${r.toFixed(2)} ms`.padStart(10),
      `${ratio.toFixed(2)}x`.padStart(8),
      (ratio <= budget ? 'within' : 'over').padStart(8),
      String(roundTrips).padStart(12),
    ].join('')
  })
  const head = ['request'.padEnd(24), 'p50', 'raw SDK', 'ratio', `<= ${budget}x`, 'round trips']
    .map((title, n) => (n === 0 ? title : title.padStart([0, 10, 10, 8, 8, 12][n] ?? 0)))
    .join('')
  return `${head}\n${lines.join('\n')}\n`
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
