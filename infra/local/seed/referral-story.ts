import { createClient } from '../../../shared/clients/index.ts'
import type { Client } from '../../../shared/clients/schema.ts'
import { logContact } from '../../../shared/contacts/index.ts'
import { addDays, dateIn } from '../../../shared/core/time.ts'
import type { Closing } from '../../../shared/referrals/close.ts'
import {
  acceptReferral,
  closeReferral,
  holdReferral,
  Referral,
  ReferralInput,
  requestReferral,
  retractReferral,
} from '../../../shared/referrals/index.ts'
import type { Act, Story } from './agenda.ts'
import type { ClientDraft } from './clients.ts'
import { referralNotes } from './content/people.ts'
import { contact, meetingStory } from './meeting-story.ts'
import type { Plot } from './plots.ts'
import { type Scene, seen, sendNotices } from './scene.ts'

/** A client is put on file and referred, and it goes as the plot says. */
export async function* referralStory(scene: Scene, plot: Plot, draft: ClientDraft): Story {
  const { client, id } = yield* refer(scene, draft)
  const closing = (after: number) => close(scene, plot, id, after)
  switch (plot.ends) {
    case 'requested':
      return
    case 'entered-in-error':
      return yield* retract(scene, id)
    case 'rejected':
      return yield* closing(3)
    default:
      yield* takeOn(scene, id, plot.unanswered ?? 0)
  }
  switch (plot.ends) {
    case 'accepted':
      return
    case 'failed':
      return yield* closing(20)
    case 'cancelled':
      yield* call(scene, id, 'refused')
      return yield* closing(6)
    default:
      yield* call(scene, id, 'reached')
      yield* meetingStory(scene, plot, { client, referral: id })
  }
  if (plot.ends === 'on-hold') yield* pause(scene, id)
  if (plot.ends === 'completed') yield* closing(120)
}

async function* refer({ draw, prescriber, by, day }: Scene, draft: ClientDraft): Act<{ client: Client; id: string }> {
  let at = yield day(0)
  const client = await createClient(by(prescriber, at), draft)
  const note = draw.pick(referralNotes)
  at = yield at
  const input = ReferralInput.parse({
    client: client.id,
    source: draw.pick(['physician', 'nurse-practitioner', 'nurse', 'social-worker']),
    reasons: note.reasons,
    note: note[prescriber.locale],
    urgency: draw.chance(0.1) ? 'urgent' : 'routine',
  })
  const { id } = await requestReferral(by(prescriber, at), input)
  return { client, id }
}

async function* takeOn(scene: Scene, id: string, unanswered: number): Story {
  const { navigator, by, day } = scene
  let at = yield day(2)
  await acceptReferral(by(navigator, at), await seen(by(navigator, at), Referral, id))
  await sendNotices(scene, id, at)
  for (let attempt = 0; attempt < unanswered; attempt++) {
    at = yield day(3 + 3 * attempt)
    const result = attempt % 2 === 0 ? 'no-answer' : 'left-message'
    await logContact(by(navigator, at), contact(scene, id, 'phone', result, 2))
  }
}

async function* call(scene: Scene, id: string, result: 'reached' | 'refused'): Story {
  const at = yield scene.day(5)
  await logContact(scene.by(scene.navigator, at), contact(scene, id, 'phone', result, 10))
  await sendNotices(scene, id, at)
}

async function* pause({ centre, navigator, by, day }: Scene, id: string): Story {
  const at = yield day(40)
  const ctx = by(navigator, at)
  const nextActionOn = addDays(dateIn(centre.zone, at), 60)
  await holdReferral(ctx, { ...(await seen(ctx, Referral, id)), reason: { code: 'away' }, nextActionOn })
}

async function* retract({ navigator, by, day }: Scene, id: string): Story {
  const ctx = by(navigator, yield day(1))
  await retractReferral(ctx, { ...(await seen(ctx, Referral, id)), words: mistaken[navigator.locale] })
}

async function* close(scene: Scene, { ends, reason = 'other' }: Plot, id: string, after: number): Story {
  const at = yield scene.day(after)
  const ctx = scene.by(scene.navigator, at)
  await closeReferral(ctx, ends as Closing, { ...(await seen(ctx, Referral, id)), reason: { code: reason } })
  await sendNotices(scene, id, at)
}

const mistaken = { en: 'Meant for somebody else of that name.', fr: 'Destinée à quelqu’un d’autre du même nom.' }
