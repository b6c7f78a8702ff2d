import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '../../../shared/db/database.ts'
import type { Entry } from './ledger.ts'

/** As many as one transaction holds. The engine saves a transaction at once, and single items one by one. */
const together = 100

/** Transactions under way: one is read by the engine while the one before is written. */
const lanes = 2

/** Writes entries to an empty database, in their order as far as it matters: events come after those before. */
export async function load({ documents }: Database, entries: readonly Entry[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(entries.length / together) }, (_, n) =>
    entries.slice(n * together, (n + 1) * together),
  )
  const next = batches.values()
  const lane = async () => {
    for (const batch of next) {
      await documents.send(new TransactWriteCommand({ TransactItems: batch.map((entry) => ({ Put: { ...entry } })) }))
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
