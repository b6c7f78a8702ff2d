import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BatchWriteItemCommand, DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type Database, startDatabase } from '../../infra/local/database.ts'
import { fileCheckpoint, followStream, type StreamOptions } from '../../infra/local/streams.ts'
import { createTables, streamArn } from '../../infra/local/tables.ts'

let directory: string
let database: Database
let client: DynamoDBClient
let streams: DynamoDBStreamsClient
let table: string
let prefixes = 0

beforeAll(async () => {
  vi.stubEnv('DYNAMODB_ENDPOINT', '')
  directory = await mkdtemp(join(tmpdir(), 'rx-streams-'))
  database = await startDatabase({ directory })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const config = { endpoint: database.endpoint, region: 'ca-central-1', credentials }
  client = new DynamoDBClient(config)
  streams = new DynamoDBStreamsClient(config)
})

beforeEach(async () => {
  const prefix = `test${prefixes++}`
  await createTables(client, prefix)
  table = `${prefix}-care`
})

afterAll(async () => {
  vi.unstubAllEnvs()
  client.destroy()
  streams.destroy()
  await database.stop()
  await rm(directory, { recursive: true })
})

test('events are handed over in order, other items are not', async () => {
  const { seen, follower } = await follow()
  await write('EVENT#1', 'REFERRAL#1', 'EVENT#2', 'EVENT#3')
  await follower.drained()
  expect(seen.map(key)).toEqual(['EVENT#1', 'EVENT#2', 'EVENT#3'])
})

test('a record has the form that Lambda gives it', async () => {
  const { seen, follower } = await follow()
  const bytes = new Uint8Array([1, 2, 255])
  const data = { M: { list: { L: [{ B: bytes }, { N: '1.5' }] }, set: { BS: [bytes] }, none: { NULL: true as const } } }
  await client.send(new PutItemCommand({ TableName: table, Item: { ...item('EVENT#1'), data } }))
  await client.send(new DeleteItemCommand({ TableName: table, Key: item('EVENT#1') }))
  await follower.drained()
  const [inserted, removed] = seen
  expect(inserted).toMatchObject({ eventName: 'INSERT', eventSource: 'aws:dynamodb', eventSourceARN: await arn() })
  expect(inserted?.eventID).not.toBe(removed?.eventID)
  expect(inserted?.dynamodb?.ApproximateCreationDateTime).toBeTypeOf('number')
  expect(JSON.parse(JSON.stringify(inserted?.dynamodb?.NewImage))).toEqual({
    pk: { S: 'T#a' },
    sk: { S: 'EVENT#1' },
    data: { M: { list: { L: [{ B: 'AQL/' }, { N: '1.5' }] }, set: { BS: ['AQL/'] }, none: { NULL: true } } },
  })
  expect(removed).toMatchObject({ eventName: 'REMOVE', dynamodb: { Keys: { sk: { S: 'EVENT#1' } } } })
})

test('batches are no larger than asked for, and none is lost over many pages', async () => {
  const names = Array.from({ length: 2_100 }, (_, index) => `EVENT#${index}`)
  for (let start = 0; start < names.length; start += 25) await writeTogether(names.slice(start, start + 25))
  const sizes: number[] = []
  const { seen, follower } = await follow({ batchSize: 40 }, ({ Records }) => void sizes.push(Records.length))
  await follower.drained()
  expect(seen).toHaveLength(names.length)
  expect(new Set(seen.map(key))).toEqual(new Set(names))
  expect(Math.max(...sizes)).toBe(40)
})

test('drained waits for what was written before it, however slow the handler is', async () => {
  const { seen, follower } = await follow({ batchSize: 1 }, () => new Promise((resolve) => setTimeout(resolve, 5)))
  await write('EVENT#1')
  const [first] = await Promise.all([follower.drained().then(() => seen.length), write('EVENT#2', 'EVENT#3')])
  expect(first).toBeGreaterThanOrEqual(1)
  await follower.drained()
  expect(seen).toHaveLength(3)
})

test('a failing batch is tried again until it succeeds', async () => {
  const errors: unknown[] = []
  let attempts = 0
  const { seen, follower } = await follow({ onError: (error) => errors.push(error) }, () => {
    if (++attempts < 3) throw new Error('not now')
  })
  await write('EVENT#1', 'EVENT#2')
  await follower.drained()
  expect(errors.map(String)).toEqual(['Error: not now', 'Error: not now'])
  expect(seen.slice(-2).map(key)).toEqual(['EVENT#1', 'EVENT#2'])
})

test('after a partial failure the batch continues from the first record that failed', async () => {
  let failed = false
  await write('EVENT#1', 'EVENT#2', 'EVENT#3')
  const { seen, follower } = await follow({ onError: () => {} }, ({ Records }) => {
    const second = Records[1]?.dynamodb?.SequenceNumber
    if (failed || !second) return
    failed = true
    return {
      batchItemFailures: [{ itemIdentifier: Records[2]?.dynamodb?.SequenceNumber ?? '' }, { itemIdentifier: second }],
    }
  })
  await follower.drained()
  expect(seen.map(key)).toEqual(['EVENT#1', 'EVENT#2', 'EVENT#3', 'EVENT#2', 'EVENT#3'])
})

test('a restart goes on after what was handled, and a batch that never succeeded comes again', async () => {
  const checkpoint = fileCheckpoint(join(directory, `${table}.json`))
  const first = await follow({ checkpoint })
  await write('EVENT#1')
  await first.follower.drained()
  await first.follower.stop()

  const failing = Promise.withResolvers<void>()
  const second = await follow({ checkpoint, onError: () => failing.resolve() }, () => {
    throw new Error('never')
  })
  await write('EVENT#2')
  const unfinished = expect(second.follower.drained()).rejects.toThrow('no longer followed')
  await failing.promise
  await second.follower.stop()
  await unfinished

  const third = await follow({ checkpoint })
  await third.follower.drained()
  expect(third.seen.map(key)).toEqual(['EVENT#2'])
})

test('the checkpoint of a table that was made anew is not used', async () => {
  const path = join(directory, `${table}.json`)
  await fileCheckpoint(path).save('arn:aws:dynamodb:local:stream/earlier', { 'shardId-00000001': '99' })
  expect(await fileCheckpoint(path).load(await arn())).toEqual({})
})

async function follow(
  options: Partial<StreamOptions> = {},
  handle: (event: DynamoDBStreamEvent) => unknown = () => undefined,
) {
  const seen: DynamoDBRecord[] = []
  const handler: StreamOptions['handler'] = async (event) => {
    seen.push(...event.Records)
    return (await handle(event)) as undefined
  }
  const follower = followStream({ client: streams, streamArn: await arn(), handler, ...options })
  onTestFinished(() => follower.stop())
  return { seen, follower }
}

function arn(): Promise<string> {
  return streamArn(client, table)
}

async function write(...names: string[]): Promise<void> {
  for (const sk of names) await client.send(new PutItemCommand({ TableName: table, Item: item(sk) }))
}

async function writeTogether(names: string[]): Promise<void> {
  const puts = names.map((sk) => ({ PutRequest: { Item: item(sk) } }))
  await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }))
}

function item(sk: string) {
  return { pk: { S: 'T#a' }, sk: { S: sk } }
}

function key(record: DynamoDBRecord): string | undefined {
  return record.dynamodb?.Keys?.sk?.S
}
