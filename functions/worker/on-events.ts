import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { errorFields, log } from '../../shared/core/log.ts'
import type { Event } from '../../shared/db/event.ts'
import { type Happened, happened } from '../../shared/db/happened.ts'
import { foldEvents } from '../../shared/insights/index.ts'
import { promoteWaiting } from '../../shared/prescriptions/promote.ts'
import { heedAnswer } from '../../shared/referrals/heed-answer.ts'
import { beginRetention } from '../../shared/retention/begin.ts'
import { CentreGone, centreContext, type WorkerDeps } from './deps.ts'

/**
 * What follows from events: figures, waiting lists, navigators' lists, retention, messages. Every part may be done twice with the
 * effect of once, so a batch that fails anywhere fails as a whole, and comes again in halves until the one event that cannot be followed up
 * stands alone.
 */
export function onEvents(deps: WorkerDeps) {
  return async function handle({ Records }: DynamoDBStreamEvent): Promise<void> {
    const events = Records.flatMap((record) => happened(record) ?? [])
    try {
      for (const [tenant, theirs] of byTenant(events)) {
        await followAll(deps, tenant, theirs).catch(unlessGone)
      }
    } catch (error) {
      log.error('events', { event: 'batch-failed', count: Records.length, ...errorFields(error) })
      // Lambda writes the message of what is thrown to the log, and this one's may quote anything.
      throw new Error('batch-failed')
    }
  }
}

async function followAll(deps: WorkerDeps, tenant: string, events: readonly Event[]): Promise<void> {
  const figures = await centreContext(deps, tenant, 'foldEvents', deps.database)
  await foldEvents(figures, events)
  for (const event of events) await follow(deps, tenant, event)
}

function unlessGone(error: unknown): void {
  if (!(error instanceof CentreGone)) throw error
}

/** Steps that one event calls for. */
async function follow(deps: WorkerDeps, tenant: string, event: Event): Promise<void> {
  const { type, entity, facts } = event
  const contextOf = (id: string) => centreContext(deps, id, 'promoteWaiting')
  if (facts.freesPlace === true) await promoteWaiting(contextOf, tenant, String(facts.activity))
  if (type === 'activity.updated') await promoteWaiting(contextOf, tenant, entity)
  if (facts.answeredBy !== undefined && facts.answeredBy !== 'person') {
    await heedAnswer(await centreContext(deps, tenant, 'heedAnswer'), entity)
  }
  if (type === 'client.created' || (type === 'client.updated' && namesField(facts, 'birthDate'))) {
    await beginRetention(await centreContext(deps, tenant, 'beginRetention'), entity)
  }
  if (type === 'message.queued' || type === 'shortlist.queued') {
    const body = JSON.stringify({ tenant, message: entity })
    await deps.queues.send(new SendMessageCommand({ QueueUrl: deps.outboxUrl, MessageBody: body }))
  }
}

function namesField({ fields }: Event['facts'], field: string): boolean {
  return Array.isArray(fields) && fields.includes(field)
}

function byTenant(all: readonly Happened[]): ReadonlyMap<string, Event[]> {
  const grouped = new Map<string, Event[]>()
  for (const { tenant, event } of all) grouped.set(tenant, [...(grouped.get(tenant) ?? []), event])
  return grouped
}
