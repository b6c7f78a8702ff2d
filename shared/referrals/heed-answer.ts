import type { Context } from '../core/context.ts'
import { Contended } from '../core/errors.ts'
import { dateIn } from '../core/time.ts'
import { adjust } from '../db/event.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { Referral } from './schema.ts'
import { isUnderWay } from './status.ts'

/**
 * Brings a referral back on its navigator's list on the day on which a partner answered: a yes that nobody passes on, and
 * a no after which nobody looks further, are as good as no answer. Follows the event of an answer; done twice it does
 * nothing more.
 * @param id the prescription's that was answered.
 */
export async function heedAnswer(ctx: Context, id: string): Promise<void> {
  const prescription = await ctx.store.find(Prescription, id)
  const answeredAt = prescription?.answeredAt
  const before = prescription && (await ctx.store.find(Referral, prescription.referral))
  if (before === undefined || answeredAt === undefined || !isUnderWay(before.status)) return
  if (before.partnerAnsweredAt !== undefined && before.partnerAnsweredAt >= answeredAt) return
  const on = dateIn(ctx.centre.zone, answeredAt)
  const after: Referral = {
    ...before,
    version: before.version + 1,
    partnerAnsweredAt: answeredAt,
    nextActionOn: on < before.nextActionOn ? on : before.nextActionOn,
  }
  try {
    await ctx.store.commit([adjust(Referral, before, after)])
  } catch (error) {
    if (!(error instanceof Contended)) throw error
    await heedAnswer(ctx, id)
  }
}
