import { makeWorkerDeps } from './deps.ts'
import { onEvents } from './on-events.ts'

/** Amazon DynamoDB Streams' batches of what happened. */
export const handler = onEvents(makeWorkerDeps(process.env))
