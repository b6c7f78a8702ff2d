import { CreateBucketCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { queueServer } from './queue-server.ts'

export { followQueue } from './follow-queue.ts'

export interface Queues {
  /** Base URL for the SDK's clients of queues and of buckets; any credentials and region will do. */
  readonly endpoint: string
  /** A queue's URL, the same for clients of any region. */
  url(name: string): string
  /** Stop the followers first: their calls fail once this has ended. */
  stop(): Promise<void>
}

/** Where the queues say they are. */
const region = 'ca-central-1'

/** How often a message is handed out before it goes to the dead letters. */
const maxReceiveCount = 5

/**
 * Starts SQS-compatible queues in this process, on 127.0.0.1, each with a queue `<name>-dead` for the messages that
 * failed five times; beside them S3-compatible buckets. With a directory, messages and files outlive the process.
 */
export async function startQueues(options: {
  directory?: string
  queues: readonly string[]
  buckets?: readonly string[]
}): Promise<Queues> {
  const server = await queueServer(region, options.directory)
  const endpoint = await server.listen({ port: 0, host: '127.0.0.1' })
  const url = (name: string) => `${endpoint}/000000000000/${name}`
  const client = new SQSClient({ endpoint, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })
  await Promise.all(options.queues.map((name) => create(client, name, url)))
  client.destroy()
  const files = new S3Client(bucketConfig(endpoint))
  await Promise.all((options.buckets ?? []).map((name) => files.send(new CreateBucketCommand({ Bucket: name }))))
  files.destroy()
  return { endpoint, url, stop: () => server.close() }
}

/** Settings for the SDK's client of buckets. */
export function bucketConfig(endpoint: string): S3ClientConfig {
  return { endpoint, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, forcePathStyle: true }
}

async function create(client: SQSClient, name: string, url: (name: string) => string): Promise<void> {
  await client.send(new CreateQueueCommand({ QueueName: `${name}-dead` }))
  await client.send(new CreateQueueCommand({ QueueName: name }))
  const dead = new GetQueueAttributesCommand({ QueueUrl: url(`${name}-dead`), AttributeNames: ['QueueArn'] })
  const deadLetterTargetArn = (await client.send(dead)).Attributes?.QueueArn
  // Set apart from the creation, which refuses a queue that an earlier version made with another limit.
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount })
  await client.send(new SetQueueAttributesCommand({ QueueUrl: url(name), Attributes: { RedrivePolicy } }))
}
