import { createClient } from '../../../shared/clients/index.ts'
import { giveConsent } from '../../../shared/consents/index.ts'
import { logContact } from '../../../shared/contacts/index.ts'
import { addDays, dateIn } from '../../../shared/core/time.ts'
import { setGoal } from '../../../shared/goals/index.ts'
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
import type { Story } from './agenda.ts'
import { chooseActivities } from './choice.ts'
import type { ClientDraft } from './clients.ts'
import { contactNotes, goals, referralNotes } from './content/people.ts'
import { followUp, measure } from './measures.ts'
import type { Plot } from './plots.ts'
import { prescriptionStory } from './prescription-story.ts'
import { type Scene, seen, sendNotices } from './scene.ts'

/** A client is put on file and referred, and it goes as the plot says. */
export async function* referralStory(scene: Scene, plot: Plot, draft: ClientDraft): Story {
  const { draw, centre, prescriber, navigator, by, day } = scene
  let at = yield day(0)
  const client = await createClient(by(prescriber, at), draft)
  const note = draw.pick(referralNotes)
  at = yield at
  const { id } = await requestReferral(
    by(prescriber, at),
    ReferralInput.parse({
      client: client.id,
      source: draw.pick(['physician', 'nurse-practitioner', 'nurse', 'social-worker']),
      reasons: note.reasons,
      note: note[prescriber.locale],
      urgency: draw.chance(0.1) ? 'urgent' : 'routine',
    }),
  )
  if (plot.ends === 'requested') return
  if (plot.ends === 'entered-in-error') {
    at = yield day(1)
    await retractReferral(by(navigator, at), {
      ...(await seen(by(navigator, at), Referral, id)),
      words: mistaken[navigator.locale],
    })
    return
  }
  if (plot.ends === 'rejected') return yield* close(scene, plot, id, 3)

  at = yield day(2)
  await acceptReferral(by(navigator, at), await seen(by(navigator, at), Referral, id))
  await sendNotices(scene, id, at)
  for (let call = 0; call < (plot.unanswered ?? 0); call++) {
    at = yield day(3 + 3 * call)
    await logContact(by(navigator, at), contact(scene, id, 'phone', call % 2 === 0 ? 'no-answer' : 'left-message', 2))
  }
  if (plot.ends === 'accepted') return
  if (plot.ends === 'failed') return yield* close(scene, plot, id, 20)

  at = yield day(5)
  const isDeclined = plot.ends === 'cancelled'
  await logContact(by(navigator, at), contact(scene, id, 'phone', isDeclined ? 'refused' : 'reached', 10))
  await sendNotices(scene, id, at)
  if (isDeclined) return yield* close(scene, plot, id, 6)

  at = yield day(7)
  const meeting = by(navigator, at)
  const goal = draw.pick(goals)
  await logContact(meeting, contact(scene, id, 'in-person', 'attended', 45))
  await giveConsent(meeting, { client: client.id, scope: { kind: 'evaluation' }, how: 'spoken' })
  const { id: goalId } = await setGoal(meeting, { referral: id, words: goal[client.locale], weight: 1 })
  if (plot.measured) await measure(scene, meeting, id, 'baseline')
  const chosen = chooseActivities(scene, client, plot.prescriptions ?? [])
  for (const { activity, ends } of chosen)
    await scene.agenda.begin(prescriptionStory(scene, { referral: id, client, activity, ends }))
  if (plot.measured === '3-months') await scene.agenda.begin(followUp(scene, id, goalId, day(7 + 92)))
  if (plot.ends === 'on-hold') {
    at = yield day(40)
    const nextActionOn = addDays(dateIn(centre.zone, at), 60)
    await holdReferral(by(navigator, at), {
      ...(await seen(by(navigator, at), Referral, id)),
      reason: { code: 'away' },
      nextActionOn,
    })
  }
  if (plot.ends === 'completed') yield* close(scene, plot, id, 120)
}

async function* close(scene: Scene, { ends, reason = 'other' }: Plot, id: string, after: number): Story {
  const at = yield scene.day(after)
  const ctx = scene.by(scene.navigator, at)
  await closeReferral(ctx, ends as Closing, { ...(await seen(ctx, Referral, id)), reason: { code: reason } })
  await sendNotices(scene, id, at)
}

function contact(
  { draw, centre }: Scene,
  referral: string,
  channel: 'phone' | 'in-person',
  result: (typeof contactNotes)[number]['result'],
  minutes: number,
) {
  const note = draw.pick(contactNotes.filter((other) => other.result === result))
  return {
    referral,
    channel,
    result,
    minutes,
    note: note[centre.locale],
    barriersAddressed: [],
    writtenTogether: channel === 'in-person',
  }
}

const mistaken = { en: 'Meant for somebody else of that name.', fr: 'Destinée à quelqu’un d’autre du même nom.' }
