import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { errorFields, log } from '../../shared/core/log.ts'
import type { Event } from '../../shared/db/event.ts'
import { foldEvents } from '../../shared/insights/index.ts'
import { promoteWaiting } from '../../shared/prescriptions/promote.ts'
import { centreContext, type WorkerDeps } from './deps.ts'

/** An event, and the centre it is of. */
interface Happened {
  readonly tenant: string
  readonly event: Event
}

/**
 * What follows from events: figures, waiting lists, messages. Every part may be done twice with the effect of once, so a
 * batch that fails anywhere is handed over again, whole.
 */
export function onEvents(deps: WorkerDeps) {
  return async function handle({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
    const happened = Records.flatMap((record) => read(record) ?? [])
    try {
      for (const [tenant, events] of byTenant(happened)) {
        const ctx = await centreContext(deps, tenant, 'foldEvents')
        await foldEvents(ctx.store, events)
        for (const event of events) await follow(deps, tenant, event)
      }
      return { batchItemFailures: [] }
    } catch (error) {
      log.error('events', { event: 'batch-failed', count: Records.length, ...errorFields(error) })
      const first = Records[0]?.dynamodb?.SequenceNumber
      return { batchItemFailures: first ? [{ itemIdentifier: first }] : [] }
    }
  }
}

/** Steps that one event calls for. */
async function follow(deps: WorkerDeps, tenant: string, event: Event): Promise<void> {
  const { type, entity, facts } = event
  const contextOf = (id: string) => centreContext(deps, id, 'promoteWaiting')
  if (facts.freesPlace === true) await promoteWaiting(contextOf, tenant, String(facts.activity))
  if (type === 'activity.updated') await promoteWaiting(contextOf, tenant, entity)
  if (type === 'message.queued') {
    const body = JSON.stringify({ tenant, message: entity })
    await deps.queues.send(new SendMessageCommand({ QueueUrl: deps.outboxUrl, MessageBody: body }))
  }
}

function read({ dynamodb }: DynamoDBRecord): Happened | undefined {
  const image = dynamodb?.NewImage
  if (image === undefined || !dynamodb?.Keys?.sk?.S?.startsWith('EVENT#')) return undefined
  const item = unmarshall(image as Record<string, AttributeValue>)
  const tenant = /^T#([a-z0-9-]+)#/.exec(String(item.pk))?.[1]
  return tenant === undefined ? undefined : { tenant, event: item.data as Event }
}

function byTenant(happened: readonly Happened[]): ReadonlyMap<string, Event[]> {
  const grouped = new Map<string, Event[]>()
  for (const { tenant, event } of happened) grouped.set(tenant, [...(grouped.get(tenant) ?? []), event])
  return grouped
}
