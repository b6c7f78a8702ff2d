import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type Database, startDatabase } from '../../infra/local/database.ts'
import { createTables } from '../../infra/local/tables.ts'
import { tables } from '../../shared/db/tables.ts'

let directory: string

beforeEach(async () => {
  vi.stubEnv('DYNAMODB_ENDPOINT', '')
  directory = await mkdtemp(join(tmpdir(), 'rx-database-'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(directory, { recursive: true })
})

test('what was written is there after a restart, and the tables are made once', async () => {
  const first = await start()
  await createTables(first.client, 'local')
  await Promise.all([createTables(first.client, 'local'), createTables(first.client, 'local')])
  await put(first.client, 'EVENT#1')
  await first.database.stop()

  const second = await start()
  await createTables(second.client, 'local')
  const { TableNames } = await second.client.send(new ListTablesCommand())
  expect(TableNames?.sort()).toEqual(
    Object.keys(tables)
      .map((table) => `local-${table}`)
      .sort(),
  )
  const { Item } = await second.client.send(
    new GetItemCommand({ TableName: 'local-care', Key: { pk: { S: 'T#a' }, sk: { S: 'EVENT#1' } } }),
  )
  expect(Item?.text).toEqual({ S: 'x' })
})

test('the tables have the indexes, the streams and the expiry of their definitions', async () => {
  const { client } = await start()
  await createTables(client, 'local')
  for (const [name, { indexes, stream, expires }] of Object.entries(tables)) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: `local-${name}` }))
    expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName).sort() ?? []).toEqual([...indexes].sort())
    expect(Table?.StreamSpecification?.StreamViewType).toBe(stream ? 'NEW_IMAGE' : undefined)
    const live = await client.send(new DescribeTimeToLiveCommand({ TableName: `local-${name}` }))
    expect(live.TimeToLiveDescription?.AttributeName).toBe(expires ? 'expires' : undefined)
  }
})

test('a table that lacks an index says so, with what to do', async () => {
  const { client } = await start()
  await client.send(
    new CreateTableCommand({
      TableName: 'local-platform',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  )
  await expect(createTables(client, 'local')).rejects.toThrow(/local-platform lacks the index list, all: delete/)
})

test('writes to a table with a stream do not slow down as records pile up', async () => {
  const { client, database } = await start()
  await createTables(client, 'local')
  await put(client, 'EVENT#1')
  pileUp(200_000)
  const before = await fastestPut(client)
  database.optimise()
  const after = await fastestPut(client)
  // Fifteen or more when this was written. About one means that the engine no longer looks where the index is.
  expect(before / after).toBeGreaterThan(4)
})

test('a folder in use is not opened twice', async () => {
  await start()
  await expect(startDatabase({ directory })).rejects.toThrow(`Process ${process.pid} is already using`)
})

test('the engine that a killed process left behind is ended at the next start', async () => {
  const code = `
    const { startDatabase } = await import(${JSON.stringify(new URL('../../infra/local/database.ts', import.meta.url))})
    await startDatabase({ directory: ${JSON.stringify(directory)} })
    process.stdout.write('started')`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(parent.stdout, 'data')
  const leftOver = Number((await readFile(join(directory, 'dynamodb.pid'), 'utf8')).split(' ')[0])
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  expect(await commandLine(leftOver)).toContain(directory)

  const { client } = await start()
  expect(await commandLine(leftOver)).toBe('')
  expect((await client.send(new ListTablesCommand())).TableNames).toEqual([])
})

test('a platform without the engine is told where to point instead', async () => {
  const { platform } = process
  Object.defineProperty(process, 'platform', { value: 'sunos' })
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: platform }))
  await expect(startDatabase({ directory })).rejects.toThrow(
    /no program for sunos .*: set DYNAMODB_ENDPOINT to the URL/,
  )
})

test('another engine is used as it is, and never stopped', async () => {
  const { client, database } = await start()
  vi.stubEnv('DYNAMODB_ENDPOINT', database.endpoint)
  const other = await startDatabase({ directory: '/nowhere' })
  other.optimise()
  await other.stop()
  expect(other.endpoint).toBe(database.endpoint)
  await client.send(new ListTablesCommand())
})

async function start(): Promise<{ database: Database; client: DynamoDBClient }> {
  const database = await startDatabase({ directory })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint: database.endpoint, region: 'ca-central-1', credentials })
  onTestFinished(async () => {
    client.destroy()
    await database.stop()
  })
  return { database, client }
}

/** Empty for a process that has ended, also where nobody has collected it yet. */
function commandLine(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
}

async function put(client: DynamoDBClient, sk: string): Promise<void> {
  const Item = { pk: { S: 'T#a' }, sk: { S: sk }, text: { S: 'x' } }
  await client.send(new PutItemCommand({ TableName: 'local-care', Item }))
}

/** Copies the stream's only record, as if that many writes had been made. */
function pileUp(count: number): void {
  const file = new DatabaseSync(join(directory, 'dynamodb.sqlite'), { timeout: 5_000 })
  const columns = 'table_name, event_name, keys_json, new_image, shard_id, created_at'
  file.exec(`
    WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n <= ${count})
    INSERT INTO _stream_records (${columns}, sequence_number)
    SELECT ${columns}, n FROM numbers, (SELECT * FROM _stream_records LIMIT 1)`)
  file.close()
}

/** Milliseconds that the fastest of eleven puts takes: what else the machine does only makes them slower. */
async function fastestPut(client: DynamoDBClient): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 11; turn++) {
    const began = performance.now()
    await put(client, `EVENT#${turn}`)
    times.push(performance.now() - began)
  }
  return Math.min(...times)
}
