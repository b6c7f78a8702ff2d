import type { Context } from '../core/context.ts'
import type { Change } from '../db/event.ts'
import { say } from '../i18n/index.ts'
import type { Referral } from '../referrals/schema.ts'
import { handOff } from '../tasks/hand-off.ts'
import type { Instrument, Words } from './instrument.ts'

/** What a worrying answer sets going at once. */
export interface Crisis {
  readonly changes: readonly Change[]
  /** Where help is at any hour, to be shown to the client. */
  readonly crisisHelp?: Words
}

/**
 * A threshold that asks for a clinician makes a hand-off to the prescriber, or to whoever takes it first where the
 * referral has none whom it would reach.
 * @param flags ids of the thresholds met.
 */
export async function crisisOf(
  ctx: Context,
  { id: referral, client, prescriber }: Referral,
  { id: cause, thresholds }: Instrument,
  flags: readonly string[],
): Promise<Crisis> {
  const isCrisis = thresholds.some(({ id, handOff }) => handOff === 'clinician' && flags.includes(id))
  if (!isCrisis) return { changes: [] }
  return {
    changes: [await handOff(ctx, { client, referral, assignee: prescriber, cause })],
    crisisHelp: { en: say('en', 'crisis.help'), fr: say('fr', 'crisis.help') },
  }
}
