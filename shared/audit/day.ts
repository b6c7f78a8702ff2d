import type { Context } from '../core/context.ts'
import { addDays, startOfDay } from '../core/time.ts'
import type { Entity } from '../db/kind.ts'
import { kind } from '../db/kind.ts'
import type { Histogram } from '../insights/schema.ts'
import { stretch } from './entries.ts'
import type { AuditEntry } from './schema.ts'

/**
 * What the audit log has of one day that is over, counted: nobody's name in it. The log is only ever added to, at the
 * end, so a day's counts hold for good.
 */
export interface AuditDay extends Entity {
  /** `YYYY-MM-DD` in the centre's calendar. */
  readonly id: string
  readonly requests: number
  /** Entries by access. */
  readonly accesses: Histogram
  /** By `<access>:<kind of information>`. */
  readonly information: Histogram
  /** By `<access>:<operation>`. */
  readonly purposes: Histogram
  /** By code. */
  readonly refusals: Histogram
}

export const AuditDay = kind<AuditDay>({ name: 'audit-day', table: 'platform' })

/** A day's counts, from the log itself. */
export async function countDay(ctx: Context, day: string): Promise<AuditDay> {
  return counted(day, await entriesOfDay(ctx, day))
}

/** All entries of a day of the centre's calendar, oldest first. It lies in two days of the log's, which are of Greenwich. */
export async function entriesOfDay(ctx: Context, day: string): Promise<AuditEntry[]> {
  const dates = [...new Set([startOfDay(ctx.centre.zone, day).slice(0, 10), day, addDays(day, 1)])]
  const { holds } = stretch(ctx, { from: day, to: day })
  const entries = await Promise.all(
    dates.map((date) => ctx.store.queryAll<AuditEntry>({ table: 'audit', partition: `DAY#${date}` })),
  )
  return entries.flat().filter(holds)
}

/** Pure. */
function counted(day: string, entries: readonly AuditEntry[]): AuditDay {
  const tally = (names: (entry: AuditEntry) => readonly string[]): Histogram =>
    Object.fromEntries(
      [...Map.groupBy(entries.flatMap(names), (name) => name)].map(([name, all]) => [name, all.length]),
    )
  return {
    id: day,
    version: 1,
    requests: new Set(entries.map(({ requestId }) => requestId)).size,
    accesses: tally(({ access }) => [access]),
    information: tally(({ access, information }) => information.map((name) => `${access}:${name}`)),
    purposes: tally(({ access, purpose }) => [`${access}:${purpose}`]),
    refusals: tally(({ refusal }) => (refusal === undefined ? [] : [refusal])),
  }
}
