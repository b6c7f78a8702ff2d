import type { _Record, DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import type { Checkpoint, Positions } from './checkpoint.ts'
import { lambdaContext } from './lambda.ts'
import { complain, poll } from './poll.ts'
import { streamShards } from './shards.ts'
import { lambdaRecord } from './stream-records.ts'

export { fileCheckpoint } from './checkpoint.ts'

// biome-ignore lint/suspicious/noConfusingVoidType: Lambda's own type for such a handler
type StreamHandler = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse | void>

export interface StreamOptions {
  client: DynamoDBStreamsClient
  streamArn: string
  handler: StreamHandler
  /** Without one, each start reads the stream from its beginning. */
  checkpoint?: Checkpoint
  /** The records that the handler is given: events, unless told otherwise. */
  filter?: (record: _Record) => boolean
  /** The most records in one call of the handler. */
  batchSize?: number
  /** Is told of every failure; the failing records are tried again all the same. */
  onError?: (error: unknown) => void
}

export interface Follower {
  /** Lets the batch under way finish, then ends. */
  stop(): Promise<void>
  /** Resolves once everything written before this call has been handled; rejects when stopped before that. */
  drained(): Promise<void>
}

/**
 * Hands a table's stream to a Lambda handler, as Lambda's event source does: in order, in batches, at least once. A
 * batch that fails is tried again, from the first record that the handler names in `batchItemFailures`, until it
 * succeeds; the checkpoint is saved after that.
 */
export function followStream(options: StreamOptions): Follower {
  const { client, streamArn, handler, checkpoint, filter = isEvent, batchSize = 100, onError = complain } = options
  const shards = streamShards(client, streamArn)
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = []
  let positions: Positions | undefined
  let stopped = false

  const polling = poll(async () => {
    const askedBefore = waiting.length
    positions ??= (await checkpoint?.load(streamArn)) ?? {}
    const failures: unknown[] = []
    let found = 0
    for (const shard of await shards.open()) {
      // One shard's failing batch must not hold up the others.
      found += await followShard(shard).catch((error) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
    if (found === 0) for (const { resolve } of waiting.splice(0, askedBefore)) resolve()
    if (waiting.length > 0) polling.nudge()
    return found > 0
  }, onError)

  return {
    async stop() {
      stopped = true
      await polling.stop()
      for (const { reject } of waiting.splice(0)) reject(stoppedEarly())
    },
    drained() {
      if (stopped) return Promise.reject(stoppedEarly())
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      waiting.push({ resolve, reject })
      polling.nudge()
      return promise
    },
  }

  /** @returns 0 only if there was nothing more to read. */
  async function followShard(shard: string): Promise<number> {
    const page = await shards.read(shard, positions?.[shard])
    const wanted = page.records.filter(filter)
    for (let start = 0; start < wanted.length; start += batchSize) {
      await hand(shard, wanted.slice(start, start + batchSize))
    }
    await advance(shard, page.records.at(-1))
    return page.records.length + (page.done() ? 1 : 0)
  }

  async function hand(shard: string, batch: readonly _Record[]): Promise<void> {
    const event = { Records: batch.map((record) => lambdaRecord(streamArn, shard, record)) }
    const response = await handler(event, lambdaContext('stream'))
    const failed = response?.batchItemFailures ?? []
    if (failed.length === 0) return advance(shard, batch.at(-1))
    const first = Math.min(
      ...failed.map(({ itemIdentifier }) => batch.findIndex((record) => sequence(record) === itemIdentifier)),
    )
    if (first > 0) await advance(shard, batch[first - 1])
    throw new Error(`The handler could not process ${failed.length} of ${batch.length} records of ${streamArn}.`)
  }

  async function advance(shard: string, handled: _Record | undefined): Promise<void> {
    const position = handled && sequence(handled)
    if (position === undefined || position === positions?.[shard]) return
    positions = { ...positions, [shard]: position }
    await checkpoint?.save(streamArn, positions)
  }
}

/** Whether a record is of an event, the only items that the worker reads. */
function isEvent(record: _Record): boolean {
  return record.dynamodb?.Keys?.sk?.S?.startsWith('EVENT#') ?? false
}

function sequence(record: _Record): string | undefined {
  return record.dynamodb?.SequenceNumber
}

function stoppedEarly(): Error {
  return new Error('The stream is no longer followed.')
}
