import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import { CohortMonth } from '../insights/schema.ts'
import type { Database } from './database.ts'
import { withRetries } from './failures.ts'
import { partitionOf } from './kind.ts'

/**
 * The counters of every centre, for the Alliance: no person is in that table, and no other table can be reached from
 * here.
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
}
