import {
  BatchGetCommand,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { Contended } from '../core/errors.ts'
import type { CommitItem } from './commit.ts'
import type { Database } from './database.ts'
import { failedConditions, withRetries } from './failures.ts'
import { commons, type Entity, type Kind, partitionOf } from './kind.ts'
import { condition, type Item, type Query } from './query.ts'
import type { TableName } from './tables.ts'

/** Where an entity's snapshot sits in its partition; its events sort after it. */
const snapshotSort = 'ENTITY'
export const mostItemsInTransaction = 100
const mostKeysInBatch = 100

/**
 * The tables as one tenant has them: every key is completed with that tenant (or, where a kind or query says so, with
 * the commons), and no method takes a tenant. Items in, items out; what they mean is the store's business.
 */
export class TenantTables {
  readonly #database: Database
  readonly #tenant: string

  constructor(database: Database, tenant: string) {
    // What is not there reads as the word for it, and that would make an id.
    const isId = typeof tenant === 'string' && /^[a-z0-9-]+$/.test(tenant)
    if (!isId || tenant === commons) throw new Error('A store needs a tenant.')
    this.#database = database
    this.#tenant = tenant
  }

  /** The snapshot of an entity, as it is at this moment. */
  async get(kind: Kind<never>, id: string): Promise<Item | undefined> {
    const command = new GetCommand({
      TableName: this.#table(kind.table),
      Key: this.#snapshotKey(kind, id),
      ConsistentRead: true,
    })
    const { Item } = await withRetries(() => this.#database.documents.send(command))
    return Item
  }

  /** Snapshots by id, in no order; ids that are not there are left out. */
  async getMany(kind: Kind<never>, ids: readonly string[]): Promise<Item[]> {
    const table = this.#table(kind.table)
    const found: Item[] = []
    let pending: Item[] = [...new Set(ids)].map((id) => this.#snapshotKey(kind, id))
    while (pending.length > 0) {
      const Keys = pending.slice(0, mostKeysInBatch)
      const command: BatchGetCommand = new BatchGetCommand({ RequestItems: { [table]: { Keys } } })
      const answer = await withRetries(() => this.#database.documents.send(command))
      found.push(...(answer.Responses?.[table] ?? []))
      pending = [...(answer.UnprocessedKeys?.[table]?.Keys ?? []), ...pending.slice(mostKeysInBatch)]
    }
    return found
  }

  /** One page of a query from where another ended. */
  async query(query: Query, start?: Item): Promise<{ items: Item[]; ended?: Item }> {
    const command = new QueryCommand({
      TableName: this.#table(query.table ?? 'care'),
      ...(query.index && { IndexName: query.index }),
      ...condition(query, this.partition(query.partition, query.commons)),
      ScanIndexForward: query.descending !== true,
      ...(query.consistent && { ConsistentRead: true }),
      ...(query.limit !== undefined && { Limit: query.limit }),
      ...(start && { ExclusiveStartKey: start }),
    })
    const answer = await withRetries(() => this.#database.documents.send(command))
    return { items: answer.Items ?? [], ...(answer.LastEvaluatedKey && { ended: answer.LastEvaluatedKey }) }
  }

  /** Every page of a query. */
  async *pages(query: Query): AsyncGenerator<Item[]> {
    let start: Item | undefined
    do {
      const { items, ended }: { items: Item[]; ended?: Item } = await this.query(query, start)
      yield items
      start = ended
    } while (start !== undefined)
  }

  /**
   * Writes all items or none.
   * @param token makes a repeated attempt count once.
   * @throws the refusal of the condition that did not hold, the most telling one of several.
   */
  async transact(items: readonly CommitItem[], token: string): Promise<void> {
    if (items.length > mostItemsInTransaction) throw new Error(`A commit of ${items.length} items.`)
    const input: TransactWriteCommandInput = {
      TransactItems: items.map(({ write }) =>
        write(
          (table) => this.#table(table),
          (below, holder = this.#tenant) => held(holder, below),
        ),
      ),
      ClientRequestToken: token,
    }
    try {
      await withRetries(() => this.#database.documents.send(new TransactWriteCommand(input)))
    } catch (error) {
      const failed = failedConditions(error)
      if (failed === undefined) throw error
      throw mostTelling(failed.map(({ position, item }) => items[position]?.refusal(item as Item | undefined))) ?? error
    }
  }

  /** A partition's key, complete. */
  partition(below: string, inCommons?: true): string {
    return held(inCommons ? commons : this.#tenant, below)
  }

  #snapshotKey(kind: Kind<never>, id: string): Item {
    return { pk: this.partition(partitionOf(kind as Kind<Entity>, id), kind.commons), sk: snapshotSort }
  }

  #table(table: TableName): string {
    return `${this.#database.prefix}-${table}`
  }
}

function held(holder: string, below: string): string {
  return `T#${holder}#${below}`
}

/**
 * A request answered before outranks everything: its first answer stands. Then a stale version outranks a lost race: the
 * caller must look again before anything is tried again.
 */
function mostTelling(refusals: readonly (Error | undefined)[]): Error | undefined {
  return (
    refusals.find((refusal) => refusal?.name === 'Replay') ??
    refusals.find((refusal) => !(refusal instanceof Contended)) ??
    refusals[0]
  )
}
