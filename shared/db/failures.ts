import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { Throttled } from '../core/errors.ts'

/** Failures of the database's own, gone in a moment. */
const passing = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'InternalServerError',
  'ServiceUnavailable',
  'TransactionInProgressException',
])
const transient = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

/** How long to try: the whole of it stays under a request's patience. */
const attempts = 5
const firstDelayMs = 20

/**
 * Runs one database call again while its failure is a passing one (load, or another transaction holding an item), with
 * full jitter. A failed condition is an answer, not a failure, and comes back at once.
 * @throws Throttled when the last attempt failed for load; any other error as it came.
 */
export async function withRetries<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call()
    } catch (error) {
      if (!isTransient(error)) throw error
      if (attempt === attempts) throw new Throttled()
      await pause(Math.random() * firstDelayMs * 2 ** attempt)
    }
  }
}

/** Positions in a cancelled transaction whose condition did not hold, with the item as it was if it was asked for. */
export function failedConditions(error: unknown): readonly { position: number; item: unknown }[] | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined
  const failed = (error.CancellationReasons ?? []).flatMap((reason, position) =>
    reason.Code === 'ConditionalCheckFailed' ? [{ position, item: reason.Item && unmarshall(reason.Item) }] : [],
  )
  return failed.length > 0 ? failed : undefined
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (passing.has(error.name)) return true
  if (!(error instanceof TransactionCanceledException)) return false
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None')
  return !codes.includes('ConditionalCheckFailed') && codes.some((code) => transient.has(code))
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
