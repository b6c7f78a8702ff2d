import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { SQSEvent, SQSRecord } from 'aws-lambda'
import { expect, onTestFinished, test } from 'vitest'
import { followQueue, type Queues, startQueues } from '../../infra/local/queues.ts'

test('messages are handed over in the form of Lambda and then deleted', async () => {
  const { queues, client } = await start()
  const { seen, follower } = follow(queues, client)
  await client.send(
    new SendMessageCommand({
      QueueUrl: queues.url('webhooks'),
      MessageBody: '{"event":"e1"}',
      MessageAttributes: {
        attempt: { DataType: 'Number', StringValue: '1' },
        bytes: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2, 255]) },
      },
    }),
  )
  await follower.drained()
  expect(seen).toEqual([
    expect.objectContaining({
      body: '{"event":"e1"}',
      eventSource: 'aws:sqs',
      eventSourceARN: expect.stringMatching(/^arn:aws:sqs:.*:webhooks$/),
      attributes: expect.objectContaining({ ApproximateReceiveCount: '1' }),
      messageAttributes: {
        attempt: { dataType: 'Number', stringValue: '1' },
        bytes: { dataType: 'Binary', binaryValue: 'AQL/' },
      },
    }),
  ])
})

test('only the messages that failed come again', async () => {
  const { queues, client } = await start()
  const { seen, follower } = follow(queues, client, ({ Records }) => ({
    batchItemFailures: Records.filter(
      ({ body, attributes }) => body === 'b' && attributes.ApproximateReceiveCount === '1',
    ).map(({ messageId }) => ({ itemIdentifier: messageId })),
  }))
  for (const body of ['a', 'b', 'c']) await send(client, queues, body)
  await follower.drained()
  expect(seen.map(({ body }) => body).sort()).toEqual(['a', 'b', 'b', 'c'])
})

test('a message that always fails is handed out five times and ends among the dead letters', async () => {
  const { queues, client } = await start()
  const { seen, errors, follower } = follow(queues, client, () => {
    throw new Error('never')
  })
  await send(client, queues, 'poison')
  await follower.drained()
  expect(seen).toHaveLength(5)
  expect(errors).toHaveLength(5)
  const dead = await client.send(new ReceiveMessageCommand({ QueueUrl: queues.url('webhooks-dead') }))
  expect(dead.Messages?.map(({ Body }) => Body)).toEqual(['poison'])
})

test('a failure that names an unknown message fails the whole batch', async () => {
  const { queues, client } = await start()
  let attempts = 0
  const { seen, follower } = follow(queues, client, () =>
    ++attempts === 1 ? { batchItemFailures: [{ itemIdentifier: 'unknown' }] } : undefined,
  )
  await send(client, queues, 'a')
  await follower.drained()
  expect(seen).toHaveLength(2)
})

test('with a directory, messages outlive the process and queues are made once', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'rx-queues-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const first = await start(directory)
  await send(first.client, first.queues, 'kept')
  await first.queues.stop()

  const { queues, client } = await start(directory)
  const { seen, follower } = follow(queues, client)
  await follower.drained()
  expect(seen.map(({ body }) => body)).toEqual(['kept'])
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: queues.url('webhooks'), AttributeNames: ['RedrivePolicy'] }),
  )
  expect(JSON.parse(Attributes?.RedrivePolicy ?? '{}')).toMatchObject({ maxReceiveCount: 5 })
})

test('other machines cannot reach the queues', async () => {
  const { queues } = await start()
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const outside = own.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
  expect(new URL(queues.endpoint).hostname).toBe('127.0.0.1')
  for (const host of [...outside, '127.0.0.2']) {
    await expect(reach(host, Number(new URL(queues.endpoint).port))).rejects.toThrow('ECONNREFUSED')
  }
})

async function start(directory?: string): Promise<{ queues: Queues; client: SQSClient }> {
  const queues = await startQueues({ queues: ['webhooks', 'messages'], ...(directory && { directory }) })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  // Another region than the queues': their URLs must do for any client.
  const client = new SQSClient({ endpoint: queues.endpoint, region: 'us-west-2', credentials })
  onTestFinished(async () => {
    client.destroy()
    await queues.stop()
  })
  return { queues, client }
}

function follow(queues: Queues, client: SQSClient, handle: (event: SQSEvent) => unknown = () => undefined) {
  const seen: SQSRecord[] = []
  const errors: unknown[] = []
  const follower = followQueue({
    client,
    url: queues.url('webhooks'),
    retryDelay: 0,
    onError: (error) => errors.push(error),
    async handler(event) {
      seen.push(...event.Records)
      return handle(event) as undefined
    },
  })
  onTestFinished(() => follower.stop())
  return { seen, errors, follower }
}

async function send(client: SQSClient, queues: Queues, body: string): Promise<void> {
  await client.send(new SendMessageCommand({ QueueUrl: queues.url('webhooks'), MessageBody: body }))
}

function reach(host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const socket = connect({ host, port }, () => {
    socket.destroy()
    resolve()
  }).once('error', reject)
  return promise
}
