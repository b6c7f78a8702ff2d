import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { earliestId } from '../core/ids.ts'
import { date } from '../core/text.ts'
import { addDays, addSeconds, startOfDay } from '../core/time.ts'
import type { Query } from '../db/query.ts'
import type { AuditEntry } from './schema.ts'

/** Days in the centre's calendar, both included; a side left out is open. */
export const AuditPeriod = { from: date.optional(), to: date.optional() }
export interface AuditPeriod {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What one answer is made of at most: read in a few pages, and no more than somebody looks through. */
const mostEntries = 5000
const pageSize = 1000
const laterSeconds = 60

/**
 * The audit entries of a period about some clients, or by some actors, in the order of time.
 * @throws InvalidInput for a period that ends before it begins, `period-too-full` for one with more than 5,000 entries:
 *   a list that is not whole would say what is not so.
 */
export async function entriesOf(
  ctx: Context,
  about: { readonly clients: readonly string[] } | { readonly actors: readonly string[] },
  period: AuditPeriod,
): Promise<AuditEntry[]> {
  const { from, to } = period
  if (from && to && to < from) throw new InvalidInput([{ pointer: '/query/to', code: 'period-backwards' }])
  const places: Pick<Query, 'index' | 'partition'>[] =
    'clients' in about
      ? about.clients.map((client) => ({ index: 'client', partition: `CLIENT#${client}` }))
      : about.actors.map((actor) => ({ index: 'actor', partition: `ACTOR#${actor}` }))
  const { between, holds } = stretch(ctx, period)
  const entries: AuditEntry[] = []
  for (const place of places) {
    let cursor: string | undefined
    do {
      const page = await ctx.store.query<AuditEntry>({ table: 'audit', ...place, between, limit: pageSize, cursor })
      entries.push(...page.items.filter(holds))
      cursor = page.nextCursor
      if (entries.length > mostEntries) {
        throw new InvalidInput([{ pointer: '/query/from', code: 'period-too-full', params: { most: mostEntries } }])
      }
    } while (cursor !== undefined)
  }
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Where a period's entries are: ids of audit entries sort by time, so they are one stretch, which may have a few more.
 * An id is never earlier than its instant, and later by moments at most.
 */
export function stretch(
  { centre }: Pick<Context, 'centre'>,
  { from, to }: AuditPeriod,
): { readonly between: [string, string]; holds(entry: AuditEntry): boolean } {
  const begins = from === undefined ? undefined : startOfDay(centre.zone, from)
  const ends = to === undefined ? undefined : startOfDay(centre.zone, addDays(to, 1))
  return {
    between: [
      begins === undefined ? 'audit_' : earliestId('audit', begins),
      ends === undefined ? 'audit_~' : earliestId('audit', addSeconds(ends, laterSeconds)),
    ],
    holds: ({ at }) => (begins === undefined || at >= begins) && (ends === undefined || at < ends),
  }
}
