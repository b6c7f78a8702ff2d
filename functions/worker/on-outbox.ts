import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as z from 'zod'
import { errorFields, log } from '../../shared/core/log.ts'
import { sendNotice } from '../../shared/messages/send.ts'
import { deliverShortlist } from '../../shared/shortlists/deliver.ts'
import { CentreGone, centreContext, type WorkerDeps } from './deps.ts'

/** A message back to a prescriber, or a shortlist for a client: its id tells. */
const Queued = z.object({ tenant: z.string(), message: z.string() })

/** Sends each queued message once; those that fail come again, and in the end to the dead-letter queue. */
export function onOutbox(deps: WorkerDeps) {
  return async function handle({ Records }: SQSEvent): Promise<SQSBatchResponse> {
    const results = await Promise.allSettled(Records.map((record) => send(deps, record)))
    const batchItemFailures = results.flatMap((result, position) => {
      if (result.status === 'fulfilled') return []
      log.error('outbox', { event: 'send-failed', ...errorFields(result.reason) })
      return [{ itemIdentifier: Records[position]?.messageId ?? '' }]
    })
    return { batchItemFailures }
  }
}

async function send(deps: WorkerDeps, { body }: SQSRecord): Promise<void> {
  const { tenant, message } = Queued.parse(JSON.parse(body))
  try {
    const ctx = await centreContext(deps, tenant, 'sendMessage')
    await (message.startsWith('shortlist_') ? deliverShortlist : sendNotice)(ctx, message, deps)
  } catch (error) {
    // Whoever it was for has left with the centre.
    if (!(error instanceof CentreGone)) throw error
  }
}
