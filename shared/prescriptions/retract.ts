import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { isRecent } from '../core/take-back.ts'
import { text } from '../core/text.ts'
import type { Change } from '../db/event.ts'
import type { Message } from '../messages/schema.ts'
import { messagesTakenBack } from '../messages/take-back.ts'
import { milestoneFacts } from '../referrals/milestones.ts'
import { Referral } from '../referrals/schema.ts'
import { Prescription } from './schema.ts'
import { commitStep, type Seen } from './step.ts'

export const RetractInput = z.strictObject({ words: text(500) })

/**
 * Marks a prescription as entered in error. Where the referral's milestone `prescribed` rested on it, the milestone moves
 * to the earliest one that an organiser was asked for and that stands, or goes. Whoever referred is not told of it any
 * more, if that was minutes ago; what they have had for longer they may have acted on, and it stays.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition when it is so marked already.
 */
export async function retractPrescription(
  ctx: Context,
  input: Seen & z.infer<typeof RetractInput>,
): Promise<Prescription> {
  ctx.require('prescriptions:retract')
  const prescription = await ctx.store.get(Prescription, input.id, input)
  const [milestone, untold] = await Promise.all([
    milestoneWithout(ctx, prescription),
    messagesWithout(ctx, prescription),
  ])
  return commitStep(ctx, prescription, 'entered-in-error', {
    verb: 'retracted',
    fields: { statusReason: { code: 'other', words: input.words } },
    along: [...milestone, ...untold],
  })
}

/** What losing this prescription does to the referral. */
async function milestoneWithout(ctx: Context, { id, referral: of, requestedAt }: Prescription): Promise<Change[]> {
  // The figures are the centre's, whatever of the record is withheld from the caller.
  const store = ctx.store.asCustodian()
  const [referral, prescriptions] = await Promise.all([
    store.get(Referral, of),
    store.queryAll<Prescription>({ index: 'list', partition: `OF#${of}`, begins: 'PRESCRIPTION#' }),
  ])
  const { prescribedAt: known, ...rest } = referral
  // A referral entered in error is out of the figures with all its milestones.
  if (known === undefined || known !== requestedAt || referral.status === 'entered-in-error') return []
  const others = prescriptions.filter((other) => other.id !== id && other.status !== 'entered-in-error')
  const [heir] = others.flatMap((other) => other.requestedAt ?? []).toSorted()
  const after = { ...rest, ...(heir && { prescribedAt: heir }), version: referral.version + 1 }
  const events = [
    { type: 'referral.unprescribed', facts: milestoneFacts(ctx, referral, known) },
    ...(heir ? [{ type: 'referral.prescribed', facts: milestoneFacts(ctx, referral, heir) }] : []),
  ]
  return [{ kind: Referral, before: referral, after, events, contended: true } as Change]
}

async function messagesWithout(ctx: Context, { id, referral }: Prescription): Promise<Change[]> {
  const partition = `OF#${referral}`
  const messages = await ctx.store.asCustodian().queryAll<Message>({ index: 'list', partition, begins: 'MESSAGE#' })
  const fresh = messages.filter(({ tellsOf, createdAt }) => tellsOf?.includes(id) && isRecent(ctx, createdAt))
  return messagesTakenBack(
    ctx,
    fresh.map((message) => message.id),
  )
}
