import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

/** As many records as Lambda hands over at once. */
const batchSize = 100

/** What happened in each centre and has not been followed up, in order. */
export class Backlog {
  readonly #handler: (event: DynamoDBStreamEvent) => Promise<void>
  readonly #waiting = new Map<string, DynamoDBRecord[]>()

  constructor(handler: (event: DynamoDBStreamEvent) => Promise<void>) {
    this.#handler = handler
  }

  add(records: readonly DynamoDBRecord[]): void {
    for (const record of records) {
      const tenant = record.dynamodb?.Keys?.pk?.S?.split('#')[1] ?? ''
      this.#waiting.set(tenant, [...(this.#waiting.get(tenant) ?? []), record])
    }
  }

  /** Hands over what waits of these centres. @returns whether there was anything. */
  async followUp(tenants: readonly string[]): Promise<boolean> {
    const records = tenants.flatMap((tenant) => this.#waiting.get(tenant) ?? [])
    for (const tenant of tenants) this.#waiting.delete(tenant)
    for (let start = 0; start < records.length; start += batchSize) {
      await this.#handler({ Records: records.slice(start, start + batchSize) })
    }
    return records.length > 0
  }
}
