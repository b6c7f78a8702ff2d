import { createHash } from 'node:crypto'
import { dependents } from '../clients/merge.ts'
import { Client } from '../clients/schema.ts'
import type { Correction } from '../corrections/schema.ts'
import type { Event } from '../db/event.ts'
import type { Entity, Kind } from '../db/kind.ts'
import type { TenantStore } from '../db/store.ts'
import type { Outcome } from '../outcomes/schema.ts'
import { Series, seriesId } from '../outcomes/series.ts'
import type { Disposal } from './schema.ts'

/** One entity of a client's record. */
export interface Entry {
  readonly kind: Kind<Entity>
  readonly entity: Entity
  /** States of it, former ones too, whose derived items may be somewhere. */
  readonly versions: readonly Entity[]
}

/** All that is held of a person. */
export interface Inventory {
  /** In the order of removal: nothing goes before what is found by it, so that whoever is cut short finds the rest. */
  readonly stages: readonly (readonly Entry[])[]
  /** How many events tell of it. */
  readonly events: number
}

/** Everything that a record and those merged into it consist of. */
export async function takeInventory(store: TenantStore, clients: readonly string[]): Promise<Inventory> {
  const listed = await Promise.all(
    clients.map((client) => store.queryAll<Entity>({ index: 'client', partition: `CLIENT#${client}` })),
  )
  const events = listed.flat().filter(isEvent)
  const hanging = listed.flat().filter((entity) => !isEvent(entity))
  const corrections = hanging.filter(({ id }) => id.startsWith('correction_')) as Correction[]
  const outcomes = hanging.filter(({ id }) => id.startsWith('outcome_')) as Outcome[]
  const measured = new Set(outcomes.map(({ referral, instrument }) => seriesId(referral, instrument)))
  const [series, records] = await Promise.all([
    found([...measured].map((id) => store.find(Series, id))),
    found(clients.map((client) => store.find(Client, client))),
  ])
  const known = new Set([...hanging, ...records].map(({ id }) => id))
  const eventsOnly = [...new Set(events.map(({ entity }) => entity))].filter((id) => !known.has(id))
  return {
    stages: [
      // Found by their outcomes.
      series.map((entity) => entry(Series, entity)),
      [
        ...hanging.filter(({ id }) => !id.startsWith('correction_')).flatMap((entity) => named(entity)),
        ...eventsOnly.flatMap((id) => named({ id, version: 0 }, [])),
      ],
      records.map((client) => entry(Client, client, formerClients(client, corrections))),
      // A client's former search entries are found by these.
      corrections.flatMap((entity) => named(entity)),
    ],
    events: events.length,
  }
}

/** What a certificate says of an inventory. */
export function certified({ stages, events }: Inventory): Required<Pick<Disposal, 'counts' | 'digest'>> {
  const entries = stages.flat()
  const byKind = Map.groupBy(entries, ({ kind }) => kind.name)
  const lines = entries.map(({ entity }) => `${entity.id} ${entity.version}`).toSorted()
  return {
    counts: { ...Object.fromEntries([...byKind].map(([name, theirs]) => [name, theirs.length])), event: events },
    digest: createHash('sha256').update(lines.join('\n')).digest('hex'),
  }
}

/** What the person is called, was called, and is reached by. */
export function namesIn({ stages }: Inventory): readonly string[] {
  const clients = stages.flat().filter(({ kind }) => kind.name === Client.name)
  const states = clients.flatMap(({ versions }) => versions) as Client[]
  const names = states.flatMap(
    ({ id, names: { given, family, preferred, other = [] }, chartNumber, contactPoints }) => [
      id,
      given,
      family,
      preferred,
      ...other,
      chartNumber,
      ...contactPoints.map(({ value }) => value),
    ],
  )
  return [...new Set(names)].filter((name) => name !== undefined && name.length > 1) as string[]
}

/**
 * The client as it stood at other times, as far as names and numbers go that it was found by: what corrections tell, and
 * itself while it took new things.
 */
function formerClients(client: Client, corrections: readonly Correction[]): Client[] {
  const theirs = corrections.filter(({ entity }) => entity === client.id)
  const states = theirs.flatMap(({ before, after }) => [before, after]) as Partial<Client>[]
  return [{}, ...states].map((state) => ({ ...client, ...state, status: 'active' }))
}

async function found<T>(asked: readonly Promise<T | undefined>[]): Promise<T[]> {
  return (await Promise.all(asked)).filter((entity) => entity !== undefined)
}

function isEvent(entity: Entity): entity is Entity & Event {
  return entity.id.startsWith('event_')
}

function named(entity: Entity, versions: readonly Entity[] = [entity]): Entry[] {
  const kind = [...dependents, Client as Kind<never>].find(({ name }) => entity.id.startsWith(`${name}_`))
  return kind ? [entry(kind as Kind<never>, entity, versions)] : []
}

function entry<T extends Entity>(kind: Kind<T>, entity: Entity, versions: readonly Entity[] = [entity]): Entry {
  return { kind: kind as Kind<never> as Kind<Entity>, entity, versions }
}
