import { Activity } from '../activities/schema.ts'
import { Client } from '../clients/schema.ts'
import type { Entity, Kind } from '../db/kind.ts'
import { BreakGlass, Directive } from '../directives/schema.ts'
import { Hold } from '../holds/schema.ts'
import { Prescription } from '../prescriptions/schema.ts'

/**
 * The kinds whose entities leave copies in partitions of others: search entries, rosters, the shield. The copies go with
 * what they are copies of. A test holds this list against every kind that there is.
 */
export const deriving = [
  Activity,
  BreakGlass,
  Client,
  Directive,
  Hold,
  Prescription,
] as readonly Kind<never>[] as readonly Kind<Entity>[]

/** The partitions with copies of an entity, other than its own. */
export function copiesOf(kind: string, data: Entity, partition: string): readonly string[] {
  const derived = deriving.find(({ name }) => name === kind)?.derived?.(data) ?? []
  return [...new Set(derived.map((item) => item.partition))].filter((other) => other !== partition)
}
