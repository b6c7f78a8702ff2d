import { lastMonths } from '../insights/read.ts'
import type { Offboarding } from './schema.ts'

/** A part of what the centre owns: exported as one file, disposed of as one step. */
export type Unit =
  | { readonly name: string; readonly of: 'care'; readonly part: number }
  | { readonly name: string; readonly of: 'catalogue' | 'platform' | 'insights' }
  | { readonly name: string; readonly of: 'audit'; readonly month: string }

/** More than a centre's whole life. */
const mostMonths = 1_200

/**
 * The parts in the order in which they go. The platform's come last, for the centre's people are among them and one of
 * them watches; the audit log is exported and stays.
 */
export function unitsOf(offboarding: Offboarding, parts: number): readonly Unit[] {
  const care = Array.from({ length: parts }, (_, part) => ({
    name: `care-${String(part).padStart(2, '0')}`,
    of: 'care' as const,
    part,
  }))
  const audit = monthsOf(offboarding).map((month) => ({ name: `audit-${month}`, of: 'audit' as const, month }))
  const others = (['catalogue', 'insights', 'platform'] as const).map((of) => ({ name: of, of }))
  return [...care, ...others, ...audit]
}

/** The months from the centre's first day to the one in which it asked to leave, by universal time. */
export function monthsOf({ since, requestedAt }: Offboarding): string[] {
  return lastMonths(since.slice(0, 7), requestedAt.slice(0, 7), mostMonths)
}

/** The files of a unit: its own, and those of what was written after that. */
export function filesOf({ files }: Offboarding, { name }: Unit): Offboarding['files'] {
  return files.filter((file) => file.name === `${name}.jsonl` || file.name.startsWith(`${name}.later-`))
}
