import {
  DeleteTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  ResourceNotFoundException,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb'
import { tables } from '../../shared/db/tables.ts'
import type { Database } from './database.ts'
import { createTables } from './tables.ts'

/** Settings for the SDK's clients: the local engine looks at neither region nor credentials. */
export function clientConfig(endpoint: string): DynamoDBClientConfig {
  return { endpoint, region: 'ca-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
}

/**
 * Sees to it that the stack's tables are there.
 * @param isNew empty ones: an engine elsewhere may still have those of an earlier stack.
 */
export async function prepareTables(
  database: Database,
  prefix: string,
  { isNew }: { readonly isNew: boolean },
): Promise<void> {
  const client = new DynamoDBClient(clientConfig(database.endpoint))
  if (isNew) await Promise.all(Object.keys(tables).map((table) => drop(client, `${prefix}-${table}`)))
  await createTables(client, prefix)
  database.optimise()
  client.destroy()
}

async function drop(client: DynamoDBClient, TableName: string): Promise<void> {
  try {
    await client.send(new DeleteTableCommand({ TableName }))
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return
    throw error
  }
  await waitUntilTableNotExists({ client, minDelay: 1, maxDelay: 2, maxWaitTime: 60 }, { TableName })
}
