import type { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { Conflict, type Fault, InvalidInput } from '../core/errors.ts'
import { addDays, dateIn } from '../core/time.ts'
import type { Referral } from '../referrals/schema.ts'
import type { Instrument } from './instrument.ts'
import type { FollowUp, Outcome } from './schema.ts'
import { checkAnswers } from './score.ts'

/** How long before the referral a measure may have been taken: outreach meets people first. */
const daysBefore = 30

/** While somebody works with the client, and after it went as it should. */
const accepting: readonly Referral['status'][] = ['accepted', 'in-progress', 'on-hold', 'completed']

/**
 * A referral that ended otherwise still takes the follow-ups that were kept: how those people fare is half the answer.
 * @throws Conflict `referral-not-open`.
 */
export function checkAccepting({ status }: Referral, followUps: readonly FollowUp[], phase: Outcome['phase']): void {
  if (accepting.includes(status)) return
  const isKept = followUps.some((followUp) => followUp.phase === phase && followUp.status !== 'cancelled')
  if (!isKept) throw new Conflict('referral-not-open', { status })
}

/**
 * What an instrument asks of how, when and by whom it was answered, and of the answers.
 * @throws InvalidInput with every fault at once: `future-date`, `too-long-ago`, `no-proxy`, `too-young`, `unknown-item`,
 *   `not-an-option`, `missing-answer`.
 */
export function checkTaken(
  ctx: Context,
  instrument: Instrument,
  taken: Pick<Outcome, 'takenOn' | 'mode' | 'answers'>,
  { referral, client }: { readonly referral: Referral; readonly client: Client },
): void {
  const faults = [
    ...dateFaults(ctx, taken.takenOn, referral),
    ...(taken.mode === 'proxy' && !instrument.proxy ? [{ pointer: '#/mode', code: 'no-proxy' }] : []),
    ...ageFaults(instrument, client.birthDate, taken.takenOn),
    ...checkAnswers(instrument, taken.answers).map(({ item, problem }) => ({ pointer: answerOf(item), code: problem })),
  ]
  if (faults.length > 0) throw new InvalidInput(faults)
}

function dateFaults({ centre, today }: Context, takenOn: string, { requestedAt }: Referral): Fault[] {
  const earliest = addDays(dateIn(centre.zone, requestedAt), -daysBefore)
  if (takenOn > today) return [{ pointer: '#/takenOn', code: 'future-date' }]
  return takenOn < earliest ? [{ pointer: '#/takenOn', code: 'too-long-ago' }] : []
}

/** Somebody whose birth date is not on file is taken to be old enough: the person asking can see. */
function ageFaults({ minimumAge: least }: Instrument, birthDate: string | undefined, takenOn: string): Fault[] {
  if (least === undefined || birthDate === undefined) return []
  // 29 February of a common year is no date, and as text comes after the 28th and before 1 March: as the law counts.
  const oldEnoughOn = `${Number(birthDate.slice(0, 4)) + least}${birthDate.slice(4)}`
  return takenOn < oldEnoughOn ? [{ pointer: '#/instrument', code: 'too-young', params: { least } }] : []
}

/** RFC 6901: the item is whatever the caller wrote. */
function answerOf(item: string): string {
  return `#/answers/${item.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
