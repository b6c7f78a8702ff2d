import { entriesOf } from '../audit/entries.ts'
import { dependents } from '../clients/merge.ts'
import { Client } from '../clients/schema.ts'
import { shownName } from '../clients/search-entries.ts'
import type { Context } from '../core/context.ts'
import type { Locale } from '../core/text.ts'
import type { Event } from '../db/event.ts'
import type { Entity } from '../db/kind.ts'
import { namesOf } from './names.ts'
import { inOrder } from './order.ts'
import type { ClientRecord, RecordEntry } from './schema.ts'
import { wholeRecordOf } from './whole.ts'

interface Disclosed {
  readonly id: string
  /** Of the readable words in it; the client's unless said. */
  readonly locale?: Locale | undefined
  /** With every access to it. */
  readonly accesses: boolean
}

/**
 * Everything that is held about a client, for handing over to the client. This is the one answer that is given from the
 * custodian's own view: the client's directives tell others what not to see, and withhold nothing from the client.
 * Noted in the audit log as an export of every kind of information in it.
 * @throws NotFound; Conflict `client-merged`; InvalidInput `period-too-full` for more accesses than one answer holds.
 */
export async function discloseRecord(ctx: Context, { id, accesses, ...asked }: Disclosed): Promise<ClientRecord> {
  ctx.require('clients:disclose')
  const client = await wholeRecordOf(ctx, id)
  const locale = asked.locale ?? client.locale
  const clients = [id, ...client.mergedFrom]
  const store = ctx.store.asCustodian()
  const [listed, merged, trail] = await Promise.all([
    Promise.all(clients.map((of) => store.queryAll<Entity>({ index: 'client', partition: `CLIENT#${of}` }))),
    store.findMany(Client, client.mergedFrom),
    accesses ? entriesOf(ctx, { clients }, {}) : undefined,
  ])
  const sections = sectionsOf([client, ...merged], listed.flat())
  const { name, phone, zone } = ctx.centre
  const names = await namesOf(ctx, mentioned([ctx.actor.id, sections, trail]), locale)
  const information = [...sections.map(({ kind }) => kind), ...(trail ? ['audit'] : [])]
  await ctx.store.auditAccess({ access: 'export', client: id, information })
  return {
    client,
    name: shownName(client),
    locale,
    centre: { name: name[locale], phone, zone },
    preparedAt: ctx.now,
    preparedBy: names[ctx.actor.id] ?? '',
    sections,
    names,
    ...(trail && { accesses: trail }),
  }
}

/** What is on record by kind, each entry with its events. Pure. */
function sectionsOf(records: readonly Client[], listed: readonly Entity[]): ClientRecord['sections'] {
  const isEvent = (entity: Entity): entity is Entity & Event => entity.id.startsWith('event_')
  const events = Map.groupBy(listed.filter(isEvent), ({ entity }) => entity)
  const entry =
    (kind: string) =>
    (entity: Entity): RecordEntry => ({
      entity: inOrder(kind, entity),
      events: (events.get(entity.id) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(told),
    })
  const hanging = listed.filter((entity) => !isEvent(entity))
  const ofKind = (name: string) => hanging.filter(({ id }) => id.startsWith(`${name}_`))
  return [
    { kind: Client.name, entries: records.map(entry(Client.name)) },
    ...dependents.map(({ name }) => ({ kind: name, entries: ofKind(name).map(entry(name)) })),
  ].filter(({ entries }) => entries.length > 0)
}

function told({ id, type, version, at, actor, facts }: Event): RecordEntry['events'][number] {
  return { id, type, version, at, actor, facts: { ...facts } }
}

/** Every id of staff, partners and keys in what is told. */
function mentioned(told: unknown): string[] {
  return [...new Set(JSON.stringify(told).match(/\b(?:staff|partner|key)_[0-9A-HJKMNP-TV-Z]{26}\b/g))]
}
