import { Conflict } from '../core/errors.ts'
import type { Referral } from './schema.ts'
import { isUnderWay } from './status.ts'

/**
 * What a navigator does with a client takes a referral that a navigator has: not one still requested, nor one that is
 * over.
 * @throws Conflict `referral-not-open`.
 */
export function checkUnderWay({ status }: Pick<Referral, 'status'>): void {
  if (!isUnderWay(status)) throw new Conflict('referral-not-open', { status })
}
