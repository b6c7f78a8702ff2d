import { Conflict } from '../core/errors.ts'
import type { Referral } from './schema.ts'

/**
 * What a navigator does with a client takes a referral that a navigator has: not one still requested, nor one that is
 * over. A paused one will do: the client may ring.
 * @throws Conflict `referral-not-open`.
 */
export function checkUnderWay({ status }: Pick<Referral, 'status'>): void {
  if (status !== 'accepted' && status !== 'in-progress' && status !== 'on-hold') {
    throw new Conflict('referral-not-open', { status })
  }
}
