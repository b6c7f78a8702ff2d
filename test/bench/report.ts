import { mostBytes } from '../../infra/bundle.ts'
import type { Load, Size } from './bundles.ts'

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

/** The most that loading the api function may take, in times of loading Hono and the database's client alone. */
const loadBudget = 1.4

/** A table of medians and their ratio. */
export function report(rows: readonly Row[]): string {
  const lines = rows.map(({ name, product, raw, roundTrips }) => [
    name,
    ...compared(product, raw, budget),
    String(roundTrips),
  ])
  return table([['request', 'p50', 'raw SDK', 'ratio', `<= ${budget}x`, 'round trips'], ...lines])
}

/** A table of what each function's bundle weighs. */
export function reportSizes(sizes: readonly Size[]): string {
  const lines = sizes.map(({ name, start, later }) => [name, bytes(start), bytes(later), within(start, mostBytes)])
  return table([['function, minified', 'start', 'when needed', `<= ${mostBytes / 1000} KB`], ...lines])
}

/** A table of what the start of the api function takes. */
export function reportLoad({ product, floor }: Load): string {
  const head = ['module load', 'p50', 'Hono + SDK', 'ratio', `<= ${loadBudget}x`]
  return table([head, ['api', ...compared(product, floor, loadBudget)]])
}

function compared(product: readonly number[], floor: readonly number[], most: number): string[] {
  const [p, f] = [median(product), median(floor)]
  return [`${p.toFixed(2)} ms`, `${f.toFixed(2)} ms`, `${(p / f).toFixed(2)}x`, within(p / f, most)]
}

function within(value: number, most: number): string {
  return value <= most ? 'within' : 'over'
}

function bytes(count: number): string {
  return count.toLocaleString('en-CA')
}

function table(lines: readonly (readonly string[])[]): string {
  const aligned = lines.map((cells) => cells.map((cell, n) => (n === 0 ? cell.padEnd(24) : cell.padStart(13))).join(''))
  return `${aligned.join('\n')}\n`
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
