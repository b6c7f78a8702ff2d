import { occurrencesOn } from '../../../shared/activities/calendar.ts'
import type { Activity } from '../../../shared/activities/schema.ts'
import { recordAttendances, recordPartnerAttendances } from '../../../shared/attendances/index.ts'
import type { Client } from '../../../shared/clients/schema.ts'
import { giveConsent } from '../../../shared/consents/index.ts'
import { addDays, addSeconds, dateIn } from '../../../shared/core/time.ts'
import type { AnswerInput } from '../../../shared/prescriptions/index.ts'
import {
  answerInbox,
  answerPrescription,
  endPrescription,
  Prescription,
  proposePrescription,
  requestPrescription,
  retractPrescription,
} from '../../../shared/prescriptions/index.ts'
import { heedAnswer } from '../../../shared/referrals/heed-answer.ts'
import type { Story } from './agenda.ts'
import type { Choice } from './choice.ts'
import { instantOn } from './dates.ts'
import { type Scene, seen, sendNotices } from './scene.ts'

interface Chosen extends Choice {
  readonly referral: string
  readonly client: Client
}

/** One activity is chosen with the client, and it goes as it ends. */
export async function* prescriptionStory(scene: Scene, { referral, client, activity, ends }: Chosen): Story {
  const { navigator, by, day } = scene
  let at = yield day(7)
  const supports = client.barriers.map(({ code }) => ({ code, arranged: activity.barriersAnswered.includes(code) }))
  const { id } = await proposePrescription(by(navigator, at), { referral, activity: activity.id, supports })
  const own = async () => seen(by(navigator, at), Prescription, id)
  if (ends === 'proposed') return
  if (ends === 'cancelled') {
    at = yield day(10)
    return void (await endPrescription(by(navigator, at), 'cancelled', {
      ...(await own()),
      reason: { code: 'client-declined' },
    }))
  }
  if (ends === 'entered-in-error') {
    at = yield day(8)
    return void (await retractPrescription(by(navigator, at), { ...(await own()), words: twice[navigator.locale] }))
  }
  at = yield day(9)
  const { partner } = activity
  if (partner)
    await giveConsent(by(navigator, at), { client: client.id, scope: { kind: 'share', partner }, how: 'spoken' })
  await requestPrescription(by(navigator, at), { ...(await own()), waitlist: ends === 'on-hold' })
  await sendNotices(scene, referral, at)
  if (ends === 'requested' || ends === 'on-hold') return

  at = yield day(13)
  if (ends === 'rejected') return answer(scene, activity, id, at, { answer: 'reject', reason: { code: 'no-capacity' } })
  await answer(scene, activity, id, at, { answer: 'accept' })
  if (ends === 'accepted') return

  const comes = ends !== 'failed'
  for (const end of sessionsAfter(scene, activity, at).slice(0, comes ? 6 : 2)) {
    at = yield end
    const result = !comes ? 'missed' : scene.draw.chance(0.85) ? 'attended' : 'excused'
    await tick(scene, activity, at, { prescription: id, result })
  }
  if (ends === 'in-progress') return
  at = yield day(comes ? 110 : 60)
  const reason = comes ? { code: 'goals-met' } : { code: 'did-not-attend' }
  await endPrescription(by(navigator, at), comes ? 'completed' : 'failed', { ...(await own()), reason })
}

/** The partner answers with its key; for the centre's own groups the navigator asks in the hallway. */
async function answer(scene: Scene, activity: Activity, id: string, at: string, body: AnswerInput): Promise<void> {
  const organiser = organiserOf(scene, activity)
  const ifMatch = (await seen(scene.by(scene.navigator, at), Prescription, id)).ifMatch
  if (organiser === undefined) {
    await answerPrescription(scene.by(scene.navigator, at), { id, ifMatch, body })
    return
  }
  await answerInbox(scene.byPartner(organiser, at), { id, ifMatch, body })
  // Now, and not when its event comes by: what the navigator does next in the story is after it.
  await heedAnswer(scene.by(scene.navigator, at), id)
}

/** Whoever runs the session ticks the list: the partner, the champion who leads it, or else the navigator. */
async function tick(
  scene: Scene,
  activity: Activity,
  at: string,
  line: { prescription: string; result: 'attended' | 'missed' | 'excused' },
): Promise<void> {
  const list = { activity: activity.id, date: dateIn(scene.centre.zone, at), attendances: [line] }
  const organiser = organiserOf(scene, activity)
  if (organiser) return void (await recordPartnerAttendances(scene.byPartner(organiser, at), list))
  const leader = scene.staff.find(({ id }) => activity.leaders.includes(id)) ?? scene.navigator
  await recordAttendances(scene.by(leader, at), list)
}

function organiserOf({ partners }: Scene, activity: Activity) {
  return [...partners.values()].find(({ partner }) => partner.id === activity.partner)
}

/** The ends of the next sessions; every Wednesday or so for what has no fixed time. */
function sessionsAfter({ centre }: Scene, { schedule }: Activity, at: string): string[] {
  const from = addDays(dateIn(centre.zone, at), 1)
  if (schedule) return occurrencesOn(schedule, from, addDays(from, 180)).map(({ end }) => addSeconds(end, 600))
  return Array.from({ length: 6 }, (_, week) => instantOn(centre.zone, addDays(from, 7 * week), 15, 0))
}

const twice = { en: 'Entered twice.', fr: 'Saisie deux fois.' }
