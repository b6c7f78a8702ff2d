import { must, withReferral } from './arrange.ts'
import type { Visitor } from './console.ts'

/** Ids of things on file. */
export interface Things {
  readonly client: string
  readonly referral: string
  readonly prescription: string
  readonly activity: string
  /** Somebody whose referral was accepted a moment ago: a short record. */
  readonly newcomer: { readonly client: string; readonly referral: string }
  /** Somebody of whom nothing is on file but a name. */
  readonly stranger: string
}

/** Somebody on the navigator's list with a referral under way and a prescription, and an activity of the centre. */
export async function thingsOf(
  navigator: Visitor,
): Promise<Pick<Things, 'client' | 'referral' | 'prescription' | 'activity'>> {
  const { items } = await must(navigator, 'GET', '/v1/referrals?status=in-progress&limit=100')
  for (const { id, client } of items) {
    const [prescription] = (await must(navigator, 'GET', `/v1/referrals/${id}/prescriptions`)).items
    if (prescription) return { client, referral: id, prescription: prescription.id, activity: prescription.activity }
  }
  throw new Error('Nobody has a prescription.')
}

/** The same, and two people of whom little is on file. Of those who have a referral, every part of the record has something. */
export async function furnishedThings(navigator: Visitor): Promise<Things> {
  const things = await thingsOf(navigator)
  const newcomer = await withReferral(navigator, { names: { given: 'Ottoline', family: 'Briefly' } })
  const { activity } = things
  await must(navigator, 'POST', `/v1/referrals/${newcomer.referral}/prescriptions`, { activity })
  for (const each of [things, newcomer]) await furnish(navigator, each)
  const { id: stranger } = await must(navigator, 'POST', '/v1/clients', {
    names: { given: 'Imogen', family: 'Newleaf' },
    locale: 'fr',
  })
  return { ...things, newcomer, stranger }
}

async function furnish(navigator: Visitor, { client, referral }: Pick<Things, 'client' | 'referral'>): Promise<void> {
  await must(navigator, 'POST', `/v1/referrals/${referral}/goals`, { words: 'Walk to the market with somebody.' })
  const goal = await must(navigator, 'POST', `/v1/referrals/${referral}/goals`, {
    words: 'Sing in company.',
    weight: 2,
  })
  for (const [level, version] of [
    [-1, goal.version],
    [0, goal.version + 1],
  ]) {
    const review = { level, note: 'Came twice, and stayed for tea.' }
    await must(navigator, 'POST', `/v1/goals/${goal.id}/review`, review, version)
  }
  const scope = { kind: 'messages', channel: 'sms' }
  await must(navigator, 'POST', `/v1/clients/${client}/consents`, { scope, how: 'spoken' })
  const against = { kind: 'role', role: 'evaluator' }
  await must(navigator, 'POST', `/v1/clients/${client}/directives`, { scope: { kind: 'record' }, against })
  await must(navigator, 'POST', `/v1/clients/${client}/statements`, { words: 'I never said that I dislike crowds.' })
  const { version } = await must(navigator, 'GET', `/v1/clients/${client}`)
  const correction = { town: 'Elora', reason: 'Moved in with a sister.' }
  await must(navigator, 'PATCH', `/v1/clients/${client}`, correction, version)
}
