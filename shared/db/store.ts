import {
  BatchGetCommand,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { Contended, NotFound, PreconditionFailed } from '../core/errors.ts'
import { type Commit, commitItems, type StoreScope } from './commit.ts'
import { openCursor, sealCursor } from './cursor.ts'
import type { Database } from './database.ts'
import type { Change, Event } from './event.ts'
import { failedConditions, withRetries } from './failures.ts'
import type { Entity, Kind } from './kind.ts'
import { commons, partitionOf } from './kind.ts'
import { keyAttributes, type TableName } from './tables.ts'

/** One partition of a table or an index, and a stretch of it. */
export interface Query {
  readonly table?: TableName
  readonly index?: string
  /** Below the tenant: `CLIENT#client_1`. */
  readonly partition: string
  /** The commons' partition of that name instead of the tenant's. */
  readonly commons?: true
  /** Only sort keys that begin so, or lie between (both ends included). */
  readonly begins?: string
  readonly between?: readonly [from: string, to: string]
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly descending?: boolean
}

export interface Page<T> {
  readonly items: T[]
  readonly nextCursor?: string
}

type Item = Record<string, unknown>

/** Where an entity's snapshot sits in its partition; its events sort after it. */
export const snapshotSort = 'ENTITY'
const mostItemsInTransaction = 100

/**
 * The only way to one centre's data. It is made for one request of one tenant, puts that tenant before every key, and
 * has no method that takes a tenant.
 */
export class TenantStore {
  readonly #database: Database
  readonly #scope: StoreScope

  constructor(database: Database, scope: StoreScope) {
    if (!/^[a-z0-9-]+$/.test(scope.tenant)) throw new Error('A store needs a tenant.')
    this.#database = database
    this.#scope = scope
  }

  /**
   * @param expect `ifMatch`: the version the caller saw.
   * @throws NotFound; PreconditionFailed when the version is another.
   */
  async get<T extends Entity>(kind: Kind<T>, id: string, expect: { ifMatch?: number } = {}): Promise<T> {
    const found = await this.find(kind, id)
    if (found === undefined) throw new NotFound()
    if (expect.ifMatch !== undefined && found.version !== expect.ifMatch) throw new PreconditionFailed()
    return found
  }

  /** @returns the entity, or undefined. An id of another kind finds nothing. */
  async find<T extends Entity>(kind: Kind<T>, id: string): Promise<T | undefined> {
    const command = new GetCommand({
      TableName: this.#table(kind.table),
      Key: { pk: this.#partition(partitionOf(kind, id), kind.commons), sk: snapshotSort },
      ConsistentRead: true,
    })
    const { Item } = await withRetries(() => this.#database.documents.send(command))
    return Item?.data as T | undefined
  }

  /** Entities by id, in the order asked for; ids that are not there are left out. */
  async findMany<T extends Entity>(kind: Kind<T>, ids: readonly string[]): Promise<T[]> {
    const table = this.#table(kind.table)
    const found = new Map<string, T>()
    for (let pending = [...new Set(ids)]; pending.length > 0; pending = pending.slice(100)) {
      let keys: Item[] | undefined = pending
        .slice(0, 100)
        .map((id) => ({ pk: this.#partition(partitionOf(kind, id), kind.commons), sk: snapshotSort }))
      while (keys !== undefined && keys.length > 0) {
        const command: BatchGetCommand = new BatchGetCommand({ RequestItems: { [table]: { Keys: keys } } })
        const answer = await withRetries(() => this.#database.documents.send(command))
        for (const item of answer.Responses?.[table] ?? []) found.set((item.data as T).id, item.data as T)
        keys = answer.UnprocessedKeys?.[table]?.Keys
      }
    }
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  /** A page of whatever the partition holds: snapshots, events or derived items, by what `begins` selects. */
  async query<T>(query: Query): Promise<Page<T>> {
    const key = keyAttributes(query.index)
    const partition = this.#partition(query.partition, query.commons)
    const seal = `${query.table ?? 'care'} ${query.index ?? ''} ${partition} ${query.descending === true}`
    const { cursorSecret } = this.#database
    const start = query.cursor && this.#startKey(openCursor(cursorSecret, seal, query.cursor), key, partition)
    const { items, ended } = await this.#read<T>(query, start || undefined)
    if (ended === undefined) return { items }
    return { items, nextCursor: sealCursor(cursorSecret, seal, endKeys(ended, key)) }
  }

  /** Everything that a query finds, page after page. For sets that are small by their nature. */
  async queryAll<T>(query: Omit<Query, 'limit' | 'cursor'>): Promise<T[]> {
    const all: T[] = []
    let start: Item | undefined
    do {
      const { items, ended }: { items: T[]; ended?: Item } = await this.#read<T>(query, start)
      all.push(...items)
      start = ended
    } while (start !== undefined)
    return all
  }

  /**
   * A page of a list that is in memory already.
   * @param query what it is a list of, in one text: a cursor of any other is refused.
   */
  page<T>(
    items: readonly T[],
    query: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Page<T> {
    const { cursorSecret } = this.#database
    const seal = `list ${this.#partition(query)}`
    const from = cursor ? Number(openCursor(cursorSecret, seal, cursor).from) : 0
    const page = items.slice(from, from + limit)
    const next = from + page.length
    if (next >= items.length) return { items: page }
    return { items: page, nextCursor: sealCursor(cursorSecret, seal, { from: String(next) }) }
  }

  /** The events of one entity, oldest first. */
  timeline(
    kind: Kind<Entity>,
    id: string,
    page: { limit?: number | undefined; cursor?: string | undefined } = {},
  ): Promise<Page<Event>> {
    return this.query<Event>({ table: kind.table, partition: partitionOf(kind, id), begins: 'EVENT#', ...page })
  }

  /**
   * Writes every change, its events, one audit entry and the request's idempotency record, all or nothing.
   * @returns the first change's new entity.
   * @throws PreconditionFailed when an entity changed since it was read; Contended when a shared one did; the
   *   refusal of a check that did not hold; Replay when the request was answered before.
   */
  async commit<T extends Entity>(changes: readonly [Change<T>, ...Change[]], commit: Commit = {}): Promise<T> {
    const items = commitItems(this.#scope, changes, commit)
    if (items.length > mostItemsInTransaction) throw new Error(`A commit of ${items.length} items.`)
    const input: TransactWriteCommandInput = {
      TransactItems: items.map(({ write }) =>
        write(
          (table) => this.#table(table),
          (below, holder = this.#scope.tenant) => held(holder, below),
        ),
      ),
      ClientRequestToken: this.#scope.token(),
    }
    try {
      await withRetries(() => this.#database.documents.send(new TransactWriteCommand(input)))
    } catch (error) {
      const failed = failedConditions(error)
      if (failed === undefined) throw error
      const refusals = failed.map(({ position, item }) => items[position]?.refusal(item as Item | undefined))
      throw refusals.find((refusal) => refusal?.name === 'Replay') ?? mostTelling(refusals) ?? error
    }
    return changes[0].after
  }

  #table(table: TableName): string {
    return `${this.#database.prefix}-${table}`
  }

  #partition(below: string, inCommons?: true): string {
    return held(inCommons ? commons : this.#scope.tenant, below)
  }

  async #read<T>(query: Query, start: Item | undefined): Promise<{ items: T[]; ended?: Item }> {
    const command = new QueryCommand({
      TableName: this.#table(query.table ?? 'care'),
      ...(query.index && { IndexName: query.index }),
      ...condition(query, keyAttributes(query.index), this.#partition(query.partition, query.commons)),
      ScanIndexForward: query.descending !== true,
      ...(query.limit !== undefined && { Limit: query.limit }),
      ...(start && { ExclusiveStartKey: start }),
    })
    const answer = await withRetries(() => this.#database.documents.send(command))
    const items = (answer.Items ?? []).map((item) => item.data as T)
    return { items, ...(answer.LastEvaluatedKey && { ended: answer.LastEvaluatedKey }) }
  }

  #startKey(ended: Readonly<Record<string, string>>, key: { pk: string; sk: string }, partition: string): Item {
    const base = key.pk === 'pk' ? {} : { pk: this.#partition(ended.pk ?? ''), sk: ended.sk ?? '' }
    return { ...base, [key.pk]: partition, [key.sk]: ended[key.sk] ?? '' }
  }
}

/** What of a page's last key a cursor carries: sort keys, and the base partition below the tenant. */
function endKeys(last: Item, key: { pk: string; sk: string }): Record<string, string> {
  const pk = String(last.pk)
  const base = key.pk === 'pk' ? {} : { pk: pk.slice(pk.indexOf('#', 2) + 1), sk: String(last.sk) }
  return { ...base, [key.sk]: String(last[key.sk]) }
}

function held(holder: string, below: string): string {
  return `T#${holder}#${below}`
}

function condition(query: Query, key: { pk: string; sk: string }, partition: string) {
  const names = { '#p': key.pk, ...((query.begins !== undefined || query.between) && { '#s': key.sk }) }
  if (query.begins !== undefined) {
    return {
      KeyConditionExpression: '#p = :p AND begins_with(#s, :s)',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':p': partition, ':s': query.begins },
    }
  }
  if (query.between !== undefined) {
    return {
      KeyConditionExpression: '#p = :p AND #s BETWEEN :from AND :to',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':p': partition, ':from': query.between[0], ':to': query.between[1] },
    }
  }
  return {
    KeyConditionExpression: '#p = :p',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ':p': partition },
  }
}

/** A stale version outranks a lost race: the caller must look again before anything is tried again. */
function mostTelling(refusals: readonly (Error | undefined)[]): Error | undefined {
  return refusals.find((refusal) => !(refusal instanceof Contended)) ?? refusals[0]
}
