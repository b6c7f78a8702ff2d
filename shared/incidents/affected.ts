import * as z from 'zod'
import { type AuditPeriod, entriesOf } from '../audit/entries.ts'
import type { AuditEntry } from '../audit/schema.ts'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { instant } from '../core/text.ts'
import { Incident } from './schema.ts'

/** A client whose information somebody was shown, changed or took a copy of. */
export const AffectedSchema = z.strictObject({
  client: z.string(),
  /** How often, from when to when. */
  accesses: z.int().positive(),
  firstAt: instant,
  lastAt: instant,
  /** Kinds of information, such as `referral` and `contact`. */
  information: z.array(z.string()),
  actors: z.array(z.string()),
})
export type Affected = z.infer<typeof AffectedSchema>

/** What gave nobody anything is no access. */
const seen: readonly AuditEntry['access'][] = ['read', 'write', 'export']

/**
 * Who is affected by an incident, from the audit log: every client whose information those in question had in the
 * period. The incident's own actors and period unless others are named. Looking is itself noted in the log.
 * @throws NotFound; InvalidInput `no-actor` where neither the incident nor the request names anybody,
 *   `period-backwards`, `period-too-full`.
 */
export async function affectedBy(
  ctx: Context,
  { id, actor, from, to }: AuditPeriod & { readonly id: string; readonly actor?: string | undefined },
): Promise<{ items: Affected[] }> {
  ctx.require('incidents:read')
  const incident = await ctx.store.get(Incident, id)
  const actors = actor === undefined ? incident.actors : [actor]
  if (actors.length === 0) throw new InvalidInput([{ pointer: '/query/actor', code: 'no-actor' }])
  const period = { from: from ?? incident.period.from, to: to ?? incident.period.to }
  const entries = await entriesOf(ctx, { actors }, period)
  await ctx.store.auditAccess({ access: 'read', client: undefined, information: ['audit'] })
  return { items: byClient(entries.filter(({ access }) => seen.includes(access))) }
}

/** Entries gathered by the client they concern, those first seen first. Pure. */
function byClient(entries: readonly AuditEntry[]): Affected[] {
  const theirs = Map.groupBy(entries, ({ client }) => client)
  return [...theirs].flatMap(([client, accesses]) => {
    const [first, last] = [accesses[0], accesses.at(-1)]
    if (client === undefined || first === undefined || last === undefined) return []
    const information = [...new Set(accesses.flatMap((access) => access.information))].sort()
    const actors = [...new Set(accesses.map(({ actor }) => actor.id))].sort()
    return { client, accesses: accesses.length, firstAt: first.at, lastAt: last.at, information, actors }
  })
}
