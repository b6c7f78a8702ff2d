import type { Context } from '../core/context.ts'
import { checkTransition } from '../core/transition.ts'
import type { Referral } from './schema.ts'
import { isOpen, type ReferralStatus, referralTransitions } from './status.ts'

/**
 * The referral in its next status, `version` advanced by one. Pure: nothing is stored.
 * @param fields what else changes with the status.
 * @throws InvalidTransition naming what is allowed now.
 */
export function moveReferral(
  ctx: Pick<Context, 'now'>,
  referral: Referral,
  status: ReferralStatus,
  fields: Partial<Referral> = {},
): Referral {
  checkTransition(referralTransitions, referral.status, status)
  const { statusReason: _, formerly: __, ...rest } = referral
  const closed = isOpen(referral.status) && !isOpen(status) ? { closedAt: ctx.now } : {}
  return { ...rest, ...closed, ...fields, status, version: referral.version + 1 }
}
