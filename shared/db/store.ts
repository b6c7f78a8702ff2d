import { Contended, NotFound, PreconditionFailed } from '../core/errors.ts'
import {
  type Access,
  answerMarks,
  answerSort,
  answersTo,
  auditItem,
  type Commit,
  type CommitItem,
  checkItem,
  commitItems,
  derivedNoMore,
  type IdempotencyRecord,
  Replay,
  type StoreScope,
} from './commit.ts'
import { openCursor, sealCursor } from './cursor.ts'
import type { Database } from './database.ts'
import { answersRemoval, entityRemoval } from './disposal.ts'
import type { Change, Event } from './event.ts'
import { type Entity, type Kind, partitionOf } from './kind.ts'
import { endKeys, type Item, type Page, type Query, sealOf } from './query.ts'
import type { Reader } from './shield.ts'
import { Shielded } from './shielded.ts'
import { keyAttributes } from './tables.ts'
import { mostItemsInTransaction, TenantTables } from './tenant-tables.ts'

/**
 * The only way to one centre's data. It is made for one request of one tenant; every read passes the shield of
 * directives, and every write is one transaction of snapshots, events, audit and idempotency.
 */
export class TenantStore {
  readonly #database: Database
  readonly #scope: StoreScope
  readonly #tables: TenantTables
  readonly #shielded: Shielded
  #hasCommitted = false

  constructor(database: Database, scope: StoreScope) {
    this.#database = database
    this.#scope = scope
    this.#tables = new TenantTables(database, scope.tenant)
    this.#shielded = new Shielded(this.#tables, scope)
  }

  /**
   * The store as the custodian itself sees it, nothing withheld: for carrying out a client's word (what a withdrawn
   * consent unshares, what a merge moves) or the custodian's own duty on what the person at the keyboard may not see.
   * For no answer but what is handed over to the client.
   */
  asCustodian(): TenantStore {
    const { actor } = this.#scope
    return new TenantStore(this.#database, { ...this.#scope, actor: { ...actor, kind: 'system' } })
  }

  /** Whether anything that was read has been withheld: the reader is told that much, and no more. */
  get isIncomplete(): boolean {
    return this.#shielded.isIncomplete
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
    const [item, sieve] = await Promise.all([this.#tables.get(kind, id), this.#shielded.sieve(kind.table)])
    return sieve(item === undefined ? [] : [item])[0]?.data as T | undefined
  }

  /** Entities by id, in the order asked for; ids that are not there are left out. */
  async findMany<T extends Entity>(kind: Kind<T>, ids: readonly string[]): Promise<T[]> {
    const [items, sieve] = await Promise.all([this.#tables.getMany(kind, ids), this.#shielded.sieve(kind.table)])
    const found = new Map(sieve(items).map(({ data }) => [(data as T).id, data as T]))
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  /** A page of whatever the partition holds: snapshots, events or derived items, by what `begins` selects. */
  async query<T>(query: Query): Promise<Page<T>> {
    const { cursorSecret } = this.#database
    const seal = sealOf(query, this.#tables.partition(query.partition, query.commons))
    const start = query.cursor ? this.#startKey(query, openCursor(cursorSecret, seal, query.cursor)) : undefined
    const { items, ended } = await this.#read<T>(query, start)
    if (ended === undefined) return { items }
    return { items, nextCursor: sealCursor(cursorSecret, seal, endKeys(ended, query.index)) }
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
    const seal = `list ${this.#tables.partition(query)}`
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

  /** What this caller was answered when they sent a request with this idempotency key before. */
  async firstAnswer(key: string): Promise<IdempotencyRecord | undefined> {
    const { actor, answersIn: table = 'care' } = this.#scope
    const [partition, sort] = [answersTo(actor.id), answerSort(key)]
    const [first] = await this.queryAll<IdempotencyRecord>({
      table,
      partition,
      between: [sort, sort],
      consistent: true,
    })
    return first
  }

  /**
   * For a command that has an effect elsewhere before it commits: so that a repeated request has none.
   * @throws Replay when the request was answered before.
   */
  async refuseRepeat(): Promise<void> {
    const { idempotency } = this.#scope
    const record = idempotency && (await this.firstAnswer(idempotency.key))
    if (record !== undefined) throw new Replay(record)
  }

  /** Whether directives withhold a thing from somebody who is not the reader: the one a message would go to. */
  withholds(data: { readonly id: string; readonly client: string }, from: Reader): Promise<boolean> {
    return this.#shielded.withholds(data, from)
  }

  /** How much of a client's record directives withhold from the reader. */
  withheldOf(client: string): Promise<'all' | 'part' | 'nothing'> {
    return this.#shielded.withheldOf(client)
  }

  /**
   * Writes every change, its events, the audit entries and the request's idempotency record, all or nothing.
   * @returns the first change's new entity.
   * @throws PreconditionFailed when an entity changed since it was read; Contended when a shared one did; the
   *   refusal of a check that did not hold; Replay when the request was answered before.
   */
  async commit<T extends Entity>(changes: readonly [Change<T>, ...Change[]], commit: Commit = {}): Promise<T> {
    const items = commitItems(this.#scope, changes, commit)
    const marks = answerMarks(this.#scope, changes, commit)
    const fits = items.length + marks.length <= mostItemsInTransaction
    if (!fits) await this.#inTurn(marks)
    await this.#transact(fits ? [...items, ...marks] : items.filter(({ canWait }) => !canWait))
    if (changes.some(({ events }) => events.length > 0)) this.#hasCommitted = true
    if (!fits) for (const change of changes) await this.#clear(change)
    return changes[0].after
  }

  /**
   * Appends to the audit log what this request was shown, or at what point it was refused: one entry for each client. A
   * request that wrote has its entry with the write. The answer waits for this, and fails if it fails.
   * @param refusal the code of the refusal that it ends in.
   */
  async audit(refusal?: string): Promise<void> {
    if (this.#hasCommitted && refusal === undefined) return
    await this.#inTurn(this.#shielded.reads.entries(this.#scope, refusal ? 'refused' : 'read', refusal))
  }

  /** Appends one entry of another kind of access: an export, the Alliance's look at figures. */
  async auditAccess(access: Access): Promise<void> {
    await this.#transact([auditItem(this.#scope, access)])
  }

  /**
   * Removes an entity for good: all of its partition, and what it derives or, as further `versions` of it tell, once
   * derived. For disposing of a client's record, and for nothing else.
   * @returns how many snapshots and events there were.
   */
  async dispose<T extends Entity>(kind: Kind<T>, id: string, versions: readonly T[]): Promise<number> {
    const { items, count } = await entityRemoval(this.#tables, kind, id, versions)
    await this.#inTurn(items)
    return count
  }

  /**
   * Removes every answer kept for a repeated request that tells of a client. For the same, and nothing else.
   * @returns how many there were.
   */
  async disposeAnswers(client: string): Promise<number> {
    const { items, count } = await answersRemoval(this.#tables, client)
    await this.#inTurn(items)
    return count
  }

  async #read<T>(query: Query, start: Item | undefined): Promise<{ items: T[]; ended?: Item }> {
    const [{ items, ended }, sieve] = await Promise.all([
      this.#tables.query(query, start),
      this.#shielded.sieve(query.table ?? 'care'),
    ])
    return { items: sieve(items).map(({ data }) => data as T), ...(ended && { ended }) }
  }

  /** Any number of items, as many at a time as a transaction holds. */
  async #inTurn(items: readonly CommitItem[]): Promise<void> {
    for (let start = 0; start < items.length; start += mostItemsInTransaction) {
      await this.#transact(items.slice(start, start + mostItemsInTransaction))
    }
  }

  #transact(items: readonly CommitItem[]): Promise<void> {
    return this.#tables.transact(items, this.#scope.token())
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

  /** Where a page goes on: the cursor's keys under this tenant and this query's partition. */
  #startKey({ index, partition, commons }: Query, ended: Readonly<Record<string, string>>): Item {
    const key = keyAttributes(index)
    const base = index === undefined ? {} : { pk: this.#tables.partition(ended.pk ?? ''), sk: ended.sk ?? '' }
    return { ...base, [key.pk]: this.#tables.partition(partition, commons), [key.sk]: ended[key.sk] ?? '' }
  }
}
