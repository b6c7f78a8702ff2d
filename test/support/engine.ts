import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { TestProject } from 'vitest/node'
import { startDatabase } from '../../infra/local/database.ts'
import { createTables } from '../../infra/local/tables.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseEndpoint: string
  }
}

/** One real engine for the whole run; every test keeps to a centre of its own in it. */
export default async function setup(project: TestProject) {
  const directory = await mkdtemp(join(tmpdir(), 'rxc-test-'))
  const database = await startDatabase({ directory })
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'ca-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  await createTables(client, 'test')
  database.optimise()
  client.destroy()
  project.provide('databaseEndpoint', database.endpoint)
  return async () => {
    await database.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
