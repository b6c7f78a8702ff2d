import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { type Means, makeWorkerDeps } from '../../functions/worker/deps.ts'
import { onEvents } from '../../functions/worker/on-events.ts'
import { onOutbox } from '../../functions/worker/on-outbox.ts'
import { tables } from '../../shared/db/tables.ts'
import { followQueue } from './queues.ts'
import { clientConfig } from './stack-tables.ts'
import { fileCheckpoint, followStream } from './streams.ts'
import { streamArn } from './tables.ts'

interface WorkerOptions {
  readonly now: () => string
  readonly means: Means
  /** The folder that remembers how far each stream was handled. */
  readonly positions: string
}

export interface Worker {
  /** Resolves once everything written before was handled. */
  drained(): Promise<void>
  /** Throws when the outbox cannot be reached. */
  queue(): Promise<unknown>
  stop(): Promise<void>
}

/** Seconds until a letter that could not be sent is tried again. */
const retryDelay = 1

/** Hands the streams and the outbox to the very handlers that Lambda runs. */
export async function startWorker(
  environment: Readonly<Record<string, string>>,
  { now, means, positions }: WorkerOptions,
): Promise<Worker> {
  const deps = { ...makeWorkerDeps(environment, means), now }
  const config = clientConfig(environment.DYNAMODB_ENDPOINT ?? '')
  const [client, streamsClient] = [new DynamoDBClient(config), new DynamoDBStreamsClient(config)]
  const withStream = Object.entries(tables).flatMap(([table, { stream }]) => (stream ? [table] : []))
  const streams = await Promise.all(
    withStream.map(async (table) =>
      followStream({
        client: streamsClient,
        streamArn: await streamArn(client, `${environment.TABLE_PREFIX}-${table}`),
        handler: onEvents(deps),
        checkpoint: fileCheckpoint(join(positions, `${table}.json`)),
      }),
    ),
  )
  const outbox = followQueue({ client: deps.queues, url: deps.outboxUrl, handler: onOutbox(deps), retryDelay })
  const streamsDrained = () => Promise.all(streams.map((stream) => stream.drained()))
  return {
    async drained() {
      await streamsDrained()
      await outbox.drained()
      // A letter sent is an event too.
      await streamsDrained()
    },
    queue: () => deps.queues.send(new GetQueueAttributesCommand({ QueueUrl: deps.outboxUrl })),
    async stop() {
      await Promise.all([...streams, outbox].map((follower) => follower.stop()))
      client.destroy()
      streamsClient.destroy()
    },
  }
}
