import type { TableName } from './tables.ts'

/** What every stored thing has: its id, and a version that every write advances by one. */
export interface Entity {
  readonly id: string
  readonly version: number
}

/** A partition and a sort key below the tenant, as in `['CLIENT#client_1', 'REFERRAL#2026-11-21']`. */
export type Key = readonly [partition: string, sort: string]

/** Further items that follow an entity wherever it goes: search entries, copies for other readers. */
export interface DerivedItem {
  readonly partition: string
  readonly sort: string
  readonly indexes?: Readonly<Record<string, Key>>
  /** The tenant (or `commons`) in whose part of the indexes the item appears; the writer's own unless said. */
  readonly reader?: string
  /** Epoch second after which the database may remove it. */
  readonly expires?: number
  readonly data: unknown
}

/** Holder of what belongs to no centre: the provincial catalogue and the counts of places taken. Never a tenant. */
export const commons = 'provincial'

/** How one kind of entity is stored. The store needs nothing else to read and write it. */
export interface Kind<T extends Entity> {
  /** Also the prefix of its ids and of its event types: `referral`. */
  readonly name: string
  readonly table: TableName
  /** Held in common by all centres: a count of places, with nobody's name in it. */
  readonly commons?: true
  /** The client whom the entity is about, for the timeline and the audit log. */
  client?(entity: T): string | undefined
  /** Where the entity appears, by index name. An index left out does not hold it. */
  indexes?(entity: T): Readonly<Record<string, Key>>
  /** Epoch second after which the database may remove the entity. */
  expires?(entity: T): number
  /** Computed from the entity alone, so that the store can tell what a change adds and removes. */
  derived?(entity: T): readonly DerivedItem[]
}

/** Declares a kind, keeping its entity type. */
export function kind<T extends Entity>(definition: Kind<T>): Kind<T> {
  return definition
}

/** The partition of an entity and its events, below the tenant. */
export function partitionOf(kind: { readonly name: string }, id: string): string {
  return `${kind.name.toUpperCase()}#${id}`
}
