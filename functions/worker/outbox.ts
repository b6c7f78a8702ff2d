import { makeWorkerDeps } from './deps.ts'
import { onOutbox } from './on-outbox.ts'

/** Amazon SQS' batches of messages to send. */
export const handler = onOutbox(makeWorkerDeps(process.env))
