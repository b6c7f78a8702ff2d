import { type AnswerMark, answerSort, answersAbout, answersTo, type CommitItem, removal } from './commit.ts'
import { type Entity, type Kind, partitionOf } from './kind.ts'
import type { TenantTables } from './tenant-tables.ts'

/** What removes something for good, and how many things it is. */
interface Removal {
  readonly items: readonly CommitItem[]
  readonly count: number
}

/**
 * All of an entity's partition, and what its versions derive. The snapshot goes last, so that whoever was cut short can
 * begin again.
 * @returns as `count` its snapshot and events.
 */
export async function entityRemoval<T extends Entity>(
  tables: TenantTables,
  kind: Kind<T>,
  id: string,
  versions: readonly T[],
): Promise<Removal> {
  if (kind.table !== 'care' || kind.commons) throw new Error('Only what is of a client is disposed of.')
  const partition = partitionOf(kind, id)
  const derived = versions.flatMap((version) => kind.derived?.(version) ?? [])
  const addresses = new Map(derived.map((item) => [`${item.partition}\n${item.sort}`, item]))
  const sorts: string[] = []
  for await (const items of tables.pages({ partition, consistent: true })) {
    sorts.push(...items.map(({ sk }) => String(sk)))
  }
  const own = sorts.toSorted().reverse()
  return {
    items: [
      ...[...addresses.values()].map((item) => removal(item.partition, item.sort)),
      ...own.map((sort) => removal(partition, sort)),
    ],
    count: sorts.length,
  }
}

/** Every answer kept for a repeated request that tells of a client, and the marks it was found by. */
export async function answersRemoval(tables: TenantTables, client: string): Promise<Removal> {
  const partition = answersAbout(client)
  const marks: AnswerMark[] = []
  for await (const items of tables.pages({ partition, consistent: true })) {
    marks.push(...items.map(({ data }) => data as AnswerMark))
  }
  return {
    items: marks.flatMap(({ actor, key }) => [
      removal(answersTo(actor), answerSort(key)),
      removal(partition, `${actor}#${key}`),
    ]),
    count: marks.length,
  }
}
