import {
  BatchGetCommand,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { Contended, NotFound, PreconditionFailed } from '../core/errors.ts'
import type { Directive } from '../directives/schema.ts'
import {
  type Access,
  auditItem,
  type Commit,
  type CommitItem,
  checkItem,
  commitItems,
  derivedNoMore,
  type StoreScope,
} from './commit.ts'
import { openCursor, sealCursor } from './cursor.ts'
import type { Database } from './database.ts'
import type { Change, Event } from './event.ts'
import { failedConditions, withRetries } from './failures.ts'
import type { Entity, Kind } from './kind.ts'
import { commons, partitionOf } from './kind.ts'
import { ReadLog } from './read-log.ts'
import { directivesAgainst, isWithheld, type Reader, type ShieldEntry } from './shield.ts'
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
  readonly #isCustodian: boolean
  #directives: Promise<readonly Directive[]> | undefined
  #withheld = false
  #hasCommitted = false
  readonly #reads = new ReadLog()

  constructor(database: Database, scope: StoreScope, isCustodian = false) {
    if (!/^[a-z0-9-]+$/.test(scope.tenant) || scope.tenant === commons) throw new Error('A store needs a tenant.')
    this.#database = database
    this.#scope = scope
    this.#isCustodian = isCustodian
  }

  /**
   * The store as the custodian itself sees it, nothing withheld: for carrying out a client's word (what a withdrawn
   * consent unshares, what a merge moves) on what the person at the keyboard may not see. Never for an answer.
   */
  asCustodian(): TenantStore {
    return new TenantStore(this.#database, this.#scope, true)
  }

  /** Whether anything that was read has been withheld: the reader is told that much, and no more. */
  get isIncomplete(): boolean {
    return this.#withheld
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
    const [{ Item }, shield] = await Promise.all([
      withRetries(() => this.#database.documents.send(command)),
      this.#shield(kind.table),
    ])
    return shield(Item === undefined ? [] : [Item])[0]?.data as T | undefined
  }

  /** Entities by id, in the order asked for; ids that are not there are left out. */
  async findMany<T extends Entity>(kind: Kind<T>, ids: readonly string[]): Promise<T[]> {
    const table = this.#table(kind.table)
    const found = new Map<string, T>()
    const shielded = this.#shield(kind.table)
    for (let pending = [...new Set(ids)]; pending.length > 0; pending = pending.slice(100)) {
      let keys: Item[] | undefined = pending
        .slice(0, 100)
        .map((id) => ({ pk: this.#partition(partitionOf(kind, id), kind.commons), sk: snapshotSort }))
      while (keys !== undefined && keys.length > 0) {
        const command: BatchGetCommand = new BatchGetCommand({ RequestItems: { [table]: { Keys: keys } } })
        const answer = await withRetries(() => this.#database.documents.send(command))
        const shield = await shielded
        for (const item of shield(answer.Responses?.[table] ?? [])) found.set((item.data as T).id, item.data as T)
        keys = answer.UnprocessedKeys?.[table]?.Keys
      }
    }
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  /** A page of whatever the partition holds: snapshots, events or derived items, by what `begins` selects. */
  async query<T>(query: Query): Promise<Page<T>> {
    const key = keyAttributes(query.index)
    const partition = this.#partition(query.partition, query.commons)
    const seal = sealOf(query, partition)
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

  /** Whether directives withhold a thing from somebody who is not the reader: the one a message would go to. */
  async withholds(data: { readonly id: string; readonly client: string }, from: Reader): Promise<boolean> {
    return isWithheld(directivesAgainst(await this.#shieldEntries(), from, this.#scope), data)
  }

  /**
   * Appends to the audit log what this request was shown, or at what point it was refused: one entry for each client. A
   * request that wrote has its entry with the write. The answer waits for this, and fails if it fails.
   * @param refusal the code of the refusal that it ends in.
   */
  async audit(refusal?: string): Promise<void> {
    if (this.#hasCommitted && refusal === undefined) return
    const entries = this.#reads.entries(this.#scope, refusal ? 'refused' : 'read', refusal)
    for (let start = 0; start < entries.length; start += mostItemsInTransaction) {
      await this.#transact(entries.slice(start, start + mostItemsInTransaction))
    }
  }

  /** Appends one entry of another kind of access: an export, the Alliance's look at figures. */
  async auditAccess(access: Access): Promise<void> {
    await this.#transact([auditItem(this.#scope, access)])
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
    const fits = items.length <= mostItemsInTransaction
    await this.#transact(fits ? items : items.filter(({ canWait }) => !canWait))
    if (changes.some(({ events }) => events.length > 0)) this.#hasCommitted = true
    if (!fits) for (const change of changes) await this.#clear(change)
    return changes[0].after
  }

  async #transact(items: readonly CommitItem[]): Promise<void> {
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
  }

  /**
   * Deletes what a change no longer derives, after a transaction that had no room for it. Only while the entity is as
   * the change left it: one that has moved on may derive the same again. The change itself stands, so nothing here may
   * fail it: at worst an old name still finds its client.
   */
  async #clear(change: Change): Promise<void> {
    const { kind, after } = change
    let now: Entity | undefined = after
    while (now !== undefined) {
      const { id, version }: Entity = now
      const still = checkItem({ kind, id, version, refusal: () => new Contended() })
      const items = derivedNoMore(change, now)
      try {
        for (let start = 0; start < items.length; start += mostItemsInTransaction - 1) {
          await this.#transact([still, ...items.slice(start, start + mostItemsInTransaction - 1)])
        }
        return
      } catch (error) {
        if (!(error instanceof Contended)) return
        now = await this.find(kind, id)
      }
    }
  }

  /**
   * The one filter that every read goes through: what directives withhold from this reader is not there. They are read
   * once a request, beside the first read; a request that cannot read them gets nothing.
   */
  async #shield(table: TableName): Promise<(items: readonly Item[]) => readonly Item[]> {
    if (table !== 'care' || this.#isCustodian) return (items) => items
    this.#directives ??= this.#shieldEntries().then((entries) =>
      directivesAgainst(entries, this.#scope.actor, this.#scope),
    )
    const directives = await this.#directives
    return (items) => {
      const shown = items.filter(({ data }) => !isWithheld(directives, data))
      if (shown.length < items.length) this.#withheld = true
      for (const { data } of shown) this.#reads.note(data)
      return shown
    }
  }

  async #shieldEntries(): Promise<readonly ShieldEntry[]> {
    const entries: ShieldEntry[] = []
    let start: Item | undefined
    do {
      const command: QueryCommand = new QueryCommand({
        TableName: this.#table('care'),
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': this.#partition('SHIELD') },
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      })
      const answer = await withRetries(() => this.#database.documents.send(command))
      entries.push(...(answer.Items ?? []).map((item) => item.data as ShieldEntry))
      start = answer.LastEvaluatedKey
    } while (start !== undefined)
    return entries
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
    const [answer, shield] = await Promise.all([
      withRetries(() => this.#database.documents.send(command)),
      this.#shield(query.table ?? 'care'),
    ])
    const items = shield(answer.Items ?? []).map((item) => item.data as T)
    return { items, ...(answer.LastEvaluatedKey && { ended: answer.LastEvaluatedKey }) }
  }

  #startKey(ended: Readonly<Record<string, string>>, key: { pk: string; sk: string }, partition: string): Item {
    const base = key.pk === 'pk' ? {} : { pk: this.#partition(ended.pk ?? ''), sk: ended.sk ?? '' }
    return { ...base, [key.pk]: partition, [key.sk]: ended[key.sk] ?? '' }
  }
}

/** The query that a cursor belongs to: a place outside what it selects is none to go on from. */
function sealOf({ table = 'care', index, begins, between, descending }: Query, partition: string): string {
  return JSON.stringify([table, index, partition, begins, between, descending === true])
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
