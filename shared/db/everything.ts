import { crc32 } from 'node:zlib'
import { type Entity, type Key, type Kind, partitionOf } from './kind.ts'
import { everything, tables } from './tables.ts'

/** By chance into a few partitions: one would be as hot as the centre is busy. */
const parts = '0123456789abcdef'

/** The partitions of the index with everything that a centre has in a table. */
export const everythingPartitions = [...parts].map((part) => `ALL#${part}`)

/** Where the snapshot of an entity appears in it. What is held in common is no centre's. */
export function inEverything(kind: Kind<Entity>, id: string): Readonly<Record<string, Key>> {
  const isIndexed = (tables[kind.table].indexes as readonly string[]).includes(everything)
  if (!isIndexed || kind.commons) return {}
  return { [everything]: [`ALL#${parts[crc32(id) % parts.length]}`, partitionOf(kind, id)] }
}
