import { setTimeout as pause } from 'node:timers/promises'
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { lambdaContext } from './lambda.ts'
import { complain, poll } from './poll.ts'
import { lambdaMessage } from './queue-records.ts'

export interface QueueOptions {
  client: SQSClient
  url: string
  // biome-ignore lint/suspicious/noConfusingVoidType: Lambda's own type for such a handler
  handler: (event: SQSEvent, context: Context) => Promise<SQSBatchResponse | void>
  /** The most messages in one call of the handler, at most 10. */
  batchSize?: number
  /** Seconds until a failed message is handed out again. Without it, the queue's visibility timeout, as on AWS. */
  retryDelay?: number
  /** Is told when the handler throws or the queue does not answer; the messages come again all the same. */
  onError?: (error: unknown) => void
}

export interface QueueFollower {
  /** Lets the batch under way finish, then ends. */
  stop(): Promise<void>
  /** Resolves once the queue has no visible message and none in flight. Messages with a delay are not waited for. */
  drained(): Promise<void>
}

/**
 * Hands a queue's messages to a Lambda handler, as Lambda's event source does: handled ones are deleted, those named in
 * `batchItemFailures` come again, and all of a batch does when the handler throws.
 */
export function followQueue(options: QueueOptions): QueueFollower {
  const { client, url, handler, batchSize = 10, retryDelay, onError = complain } = options
  let arn: string | undefined

  const polling = poll(async () => {
    arn ??= (await attributes(['QueueArn'])).QueueArn ?? ''
    const messages = await receive()
    if (messages.length === 0) return false
    const failed = await hand(messages, arn)
    await remove(messages.filter((message) => !failed.has(message)))
    await release([...failed])
    return true
  }, onError)

  return {
    stop: () => polling.stop(),
    async drained() {
      const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const
      for (;;) {
        const counts = await attributes([...names])
        if (names.every((name) => counts[name] === '0')) return
        polling.nudge()
        await pause(5)
      }
    },
  }

  async function receive(): Promise<readonly Message[]> {
    const { Messages } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: batchSize,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      }),
    )
    return Messages ?? []
  }

  /** @returns the messages that the handler did not process. */
  async function hand(messages: readonly Message[], queueArn: string): Promise<ReadonlySet<Message>> {
    const event = { Records: messages.map((message) => lambdaMessage(queueArn, message)) }
    try {
      const response = await handler(event, lambdaContext('queue'))
      const failed = response?.batchItemFailures.map((failure) => failure.itemIdentifier) ?? []
      const known = messages.filter((message) => message.MessageId && failed.includes(message.MessageId))
      // Like Lambda: a failure nobody can place fails the whole batch.
      return new Set(known.length === new Set(failed).size ? known : messages)
    } catch (error) {
      onError(error)
      return new Set(messages)
    }
  }

  async function remove(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: entries(messages) }))
  }

  async function release(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0 || retryDelay === undefined) return
    const Entries = entries(messages).map((entry) => ({ ...entry, VisibilityTimeout: retryDelay }))
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries }))
  }

  async function attributes(names: ('QueueArn' | `ApproximateNumberOfMessages${'' | 'NotVisible'}`)[]) {
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: names }))
    return Attributes ?? {}
  }
}

function entries(messages: readonly Message[]): { Id: string; ReceiptHandle: string | undefined }[] {
  return messages.map((message, index) => ({ Id: String(index), ReceiptHandle: message.ReceiptHandle }))
}
