import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { CohortMonth } from '../insights/schema.ts'
import type { Database } from './database.ts'
import { withRetries } from './failures.ts'
import { partitionOf } from './kind.ts'
import { keyAttributes, type TableName } from './tables.ts'

/**
 * What the Alliance may know of every centre: its counters, in which there is no person, and of its staff and listings
 * only whether there are any.
 */
export class NetworkStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** A centre's months, those that have figures. At most 100, which a period never exceeds. */
  async months(tenant: string, months: readonly string[]): Promise<readonly CohortMonth[]> {
    const table = `${this.#database.prefix}-insights`
    let keys: Record<string, unknown>[] | undefined = months.map((month) => ({
      pk: `T#${tenant}#${partitionOf(CohortMonth, month)}`,
      sk: 'ENTITY',
    }))
    const found: CohortMonth[] = []
    while (keys !== undefined && keys.length > 0) {
      const command: BatchGetCommand = new BatchGetCommand({ RequestItems: { [table]: { Keys: keys } } })
      const answer = await withRetries(() => this.#database.documents.send(command))
      for (const item of answer.Responses?.[table] ?? []) found.push(item.data as CohortMonth)
      keys = answer.UnprocessedKeys?.[table]?.Keys
    }
    return found
  }

  /** Whether anybody of a centre's staff is active: has signed in, and has not left. */
  hasStaff(tenant: string): Promise<boolean> {
    return this.#hasAny('platform', `T#${tenant}#STAFF`, {
      FilterExpression: '#data.#status = :active',
      ExpressionAttributeNames: { '#data': 'data', '#status': 'status' },
      ExpressionAttributeValues: { ':active': 'active' },
    })
  }

  /** Whether a centre keeps an open listing of its own; those that others share with it are not its own. */
  hasListings(tenant: string): Promise<boolean> {
    return this.#hasAny('catalogue', `T#${tenant}#SEES`, {
      FilterExpression: '#data.#status = :active AND #data.#owner = :owner',
      ExpressionAttributeNames: { '#data': 'data', '#status': 'status', '#owner': 'owner' },
      ExpressionAttributeValues: { ':active': 'active', ':owner': tenant },
    })
  }

  /** Looks until it finds one; nothing but its key leaves the database. */
  async #hasAny(table: TableName, partition: string, wanted: Filter): Promise<boolean> {
    const { pk } = keyAttributes('list')
    let start: Record<string, unknown> | undefined
    do {
      const command: QueryCommand = new QueryCommand({
        TableName: `${this.#database.prefix}-${table}`,
        IndexName: 'list',
        KeyConditionExpression: '#list = :list',
        ...wanted,
        ExpressionAttributeNames: { ...wanted.ExpressionAttributeNames, '#list': pk },
        ExpressionAttributeValues: { ...wanted.ExpressionAttributeValues, ':list': partition },
        ProjectionExpression: 'pk',
        ...(start && { ExclusiveStartKey: start }),
      })
      const { Items = [], LastEvaluatedKey } = await withRetries(() => this.#database.documents.send(command))
      if (Items.length > 0) return true
      start = LastEvaluatedKey
    } while (start !== undefined)
    return false
  }
}

interface Filter {
  readonly FilterExpression: string
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>
  readonly ExpressionAttributeValues: Readonly<Record<string, string>>
}
