import type { Client } from '../../../shared/clients/schema.ts'
import { giveConsent } from '../../../shared/consents/index.ts'
import { logContact } from '../../../shared/contacts/index.ts'
import { addDays, dateIn } from '../../../shared/core/time.ts'
import { setGoal } from '../../../shared/goals/index.ts'
import { Referral } from '../../../shared/referrals/index.ts'
import type { Story } from './agenda.ts'
import { chooseActivities } from './choice.ts'
import { contactNotes, goals } from './content/people.ts'
import { followUp, measure } from './measures.ts'
import type { Plot } from './plots.ts'
import { prescriptionStory } from './prescription-story.ts'
import type { Scene } from './scene.ts'

/** The navigator and the client meet, and what they agree on begins: prescriptions, calls, the follow-up. */
export async function* meetingStory(
  scene: Scene,
  { prescriptions = [], measured }: Plot,
  { client, referral }: { readonly client: Client; readonly referral: string },
): Story {
  const { draw, navigator, by, day, agenda } = scene
  const ctx = by(navigator, yield day(7))
  const goal = draw.pick(goals)
  await logContact(ctx, contact(scene, referral, 'in-person', 'attended', 45))
  await giveConsent(ctx, { client: client.id, scope: { kind: 'evaluation' }, how: 'spoken' })
  const { id: goalId } = await setGoal(ctx, { referral, words: goal[client.locale], weight: 1 })
  if (measured) await measure(scene, ctx, referral, 'baseline')
  for (const chosen of chooseActivities(scene, client, prescriptions)) {
    await agenda.begin(prescriptionStory(scene, { ...chosen, referral, client }))
  }
  await agenda.begin(keepInTouch(scene, referral))
  if (measured === '3-months') await agenda.begin(followUp(scene, referral, goalId, day(7 + 92)))
}

/** A call every three weeks, for as long as work on the referral goes on. */
async function* keepInTouch(scene: Scene, referral: string): Story {
  const { centre, navigator, by, day } = scene
  for (let after = 28; ; after += 21) {
    const at = yield day(after)
    const ctx = by(navigator, at)
    const { status } = await ctx.store.get(Referral, referral)
    if (status !== 'in-progress') return
    const nextActionOn = addDays(dateIn(centre.zone, at), 21)
    await logContact(ctx, { ...contact(scene, referral, 'phone', 'reached', 15), nextActionOn })
  }
}

/** A contact with a note that can stand beside its result. */
export function contact(
  { draw, centre }: Scene,
  referral: string,
  channel: 'phone' | 'in-person',
  result: (typeof contactNotes)[number]['result'],
  minutes: number,
) {
  const note = draw.pick(contactNotes.filter((other) => other.result === result))[centre.locale]
  return {
    referral,
    channel,
    result,
    minutes,
    note,
    barriersAddressed: [],
    writtenTogether: channel === 'in-person',
  }
}
