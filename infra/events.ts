import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { type TableName, tables } from '../shared/db/tables.ts'
import type { Data } from './data.ts'
import { deadLetters } from './dead-letters.ts'
import type { ProductFunction } from './functions.ts'
import { putAside, readStreams, takeFrom } from './permissions.ts'
import { prefix } from './place.ts'

const streamed = (Object.keys(tables) as TableName[]).filter((name) => tables[name].stream)

/** The road of an event: out of the tables' streams into the worker, what is to be sent into the outbox, and on. */
export class Events extends Construct {
  readonly outbox: Queue
  /** What nobody could deal with: each should be empty. */
  readonly deadLetters: readonly Queue[]

  constructor(
    scope: Construct,
    id: string,
    { data, worker, sender }: { data: Data; worker: ProductFunction; sender: ProductFunction },
  ) {
    super(scope, id)
    const unread = deadLetters(this, 'Unread', 'events-dead')
    const unsent = deadLetters(this, 'Unsent', 'outbox-dead')
    this.deadLetters = [unread, unsent]
    this.outbox = new Queue(this, 'Outbox', {
      queueName: `${prefix}-outbox`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // A message comes again only after the function that has it must have ended.
      visibilityTimeout: Duration.seconds(6 * (sender.function.timeout?.toSeconds() ?? 0)),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: unsent, maxReceiveCount: 5 },
    })
    const streams = streamed.map((name) => this.#follow(name, data, worker, unread))
    worker.give({}, [readStreams(streams), putAside(unread.queueArn)])
    this.#take(sender)
  }

  /** Only new events: snapshots and what time removes are nobody's news. */
  #follow(name: TableName, data: Data, worker: ProductFunction, unread: Queue): string {
    const stream = data.tables[name].tableStreamArn ?? ''
    const mapping = new EventSourceMapping(this, `From-${name}`, {
      target: worker.function,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('EVENT#') } } },
        }),
      ],
      // An entity's events stay in order; others may pass them, and the worker counts each once however they come.
      parallelizationFactor: 2,
      bisectBatchOnError: true,
      retryAttempts: 10,
      onFailure: new SqsDlq(unread),
    })
    mapping.node.addDependency(worker.function)
    return stream
  }

  #take(sender: ProductFunction): void {
    sender.give({}, [takeFrom(this.outbox.queueArn)])
    const mapping = new EventSourceMapping(this, 'FromOutbox', {
      target: sender.function,
      eventSourceArn: this.outbox.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
    })
    mapping.node.addDependency(sender.function)
  }
}
