import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { Contended } from '../core/errors.ts'
import { type CommitItem, commitItems, type StoreScope } from './commit.ts'
import type { Database } from './database.ts'
import type { Change } from './event.ts'
import { everythingPartitions } from './everything.ts'
import { withRetries } from './failures.ts'
import { commons, type Entity, type Kind, partitionOf } from './kind.ts'
import type { Item } from './query.ts'
import { everything, type TableName } from './tables.ts'
import { TenantTables } from './tenant-tables.ts'

/** A partition of the centre's, with all that is in it. */
export interface Holding {
  /** Below the tenant: `REFERRAL#referral_1`. */
  readonly partition: string
  readonly items: readonly Item[]
}

const atOnce = 16

/**
 * All that one centre has, found without a scan and removed for good: for its leaving, and for nothing else.
 *
 * Client data and catalogue are read and removed with the centre's own credentials, which open nothing of another; what
 * a centre may never remove itself (its people, its keys, its figures) with those of the function that lets it go.
 */
export class Holdings {
  readonly #own: Database
  readonly #theirs: Database
  readonly #scope: StoreScope
  readonly #tables: TenantTables

  constructor({ own, theirs }: { readonly own: Database; readonly theirs: Database }, scope: StoreScope) {
    this.#own = own
    this.#theirs = theirs
    this.#scope = scope
    this.#tables = new TenantTables(theirs, scope.tenant)
  }

  /** How many parts the index with everything has. */
  static readonly parts = everythingPartitions.length

  /**
   * Every entity of a table in one part of the index, with its events and the copies that are kept with it.
   * @param begins only what has a partition that begins so: all of one kind.
   */
  async *entities(table: TableName, part: number, begins?: string): AsyncGenerator<Holding> {
    const partition = everythingPartitions[part] ?? ''
    for await (const page of this.#tables.pages({ table, index: everything, partition, ...(begins && { begins }) })) {
      for (const { allSk } of page) yield await this.holding(table, String(allSk))
    }
  }

  async holding(table: TableName, partition: string): Promise<Holding> {
    const items: Item[] = []
    for await (const page of this.#tables.pages({ table, partition, consistent: true })) items.push(...page)
    return { partition, items }
  }

  /**
   * Removes what was read of a partition: the snapshot last, so that whoever was cut short finds the rest by it, and
   * only as it was read.
   */
  async remove(table: TableName, { partition, items }: Holding): Promise<void> {
    const snapshots = items.filter(({ sk }) => sk === 'ENTITY')
    const others = items.filter(({ sk }) => sk !== 'ENTITY')
    await this.#deleteAll(table, partition, others)
    for (const { version } of snapshots) await this.#delete(table, partition, 'ENTITY', Number(version))
  }

  /** Removes all of a partition of copies, or of answers that were kept. */
  async clear(table: TableName, partition: string): Promise<void> {
    const { items } = await this.holding(table, partition)
    await this.#deleteAll(table, partition, items)
  }

  /**
   * Changes a count of places and removes the entity that was counted, both or neither: none is given back twice.
   * @throws Contended when either is not as it was read.
   */
  async giveBack<T extends Entity>(count: Change, kind: Kind<T>, { id, version }: T): Promise<void> {
    const removal: CommitItem = {
      write: (table, partition) => ({
        Delete: {
          TableName: table(kind.table),
          Key: { pk: partition(partitionOf(kind, id)), sk: 'ENTITY' },
          ...asRead(version),
        },
      }),
      refusal: () => new Contended(),
    }
    await this.#tables.transact([...commitItems(this.#scope, [count], {}), removal], this.#scope.token())
  }

  /** Removes a centre's figures of a month, or the note of what was counted in a second. */
  removeFigures(partition: string): Promise<void> {
    return this.#delete('insights', partition, 'ENTITY')
  }

  /** Removes the count of places of one of the centre's own activities. */
  removePlaces(activity: string): Promise<void> {
    return this.#send(this.#own, 'catalogue', { pk: `T#${commons}#PLACES#${activity}`, sk: 'ENTITY' })
  }

  /** Removes what bound a subject to this centre, and the mark that they signed out. */
  async removePerson(subject: string): Promise<void> {
    await this.#send(this.#own, 'platform', { pk: `SIGNED-OUT#${subject}`, sk: 'SIGNED-OUT' })
    await this.#send(
      this.#own,
      'platform',
      { pk: `PERSON#${subject}`, sk: 'PERSON' },
      {
        ConditionExpression: '#data.#tenant = :tenant',
        ExpressionAttributeNames: { '#data': 'data', '#tenant': 'tenant' },
        ExpressionAttributeValues: { ':tenant': this.#scope.tenant },
      },
    )
  }

  async #deleteAll(table: TableName, partition: string, items: readonly Item[]): Promise<void> {
    for (let start = 0; start < items.length; start += atOnce) {
      await Promise.all(items.slice(start, start + atOnce).map(({ sk }) => this.#delete(table, partition, String(sk))))
    }
  }

  #delete(table: TableName, partition: string, sk: string, version?: number): Promise<void> {
    const isTheirs = table === 'care' || table === 'catalogue'
    return this.#send(
      isTheirs ? this.#theirs : this.#own,
      table,
      { pk: this.#tables.partition(partition), sk },
      version === undefined ? {} : asRead(version),
    )
  }

  /** One that is not as the condition wants it is left where it is. */
  async #send(database: Database, table: TableName, Key: Item, condition: object = {}): Promise<void> {
    const command = new DeleteCommand({ TableName: `${database.prefix}-${table}`, Key, ...condition })
    try {
      await withRetries(() => database.documents.send(command))
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }
}

function asRead(version: number) {
  return {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': version },
  }
}
