import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { accept } from './accept.ts'
import { prefix } from './place.ts'

/** A queue for what nobody could deal with, kept for two weeks. */
export function deadLetters(scope: Construct, id: string, name: string): Queue {
  const queue = new Queue(scope, id, {
    queueName: `${prefix}-${name}`,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  accept(queue, { 'AwsSolutions-SQS3': 'This queue holds the dead letters; an alarm tells of the first one.' })
  return queue
}
