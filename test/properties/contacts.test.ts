import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReached } from '../../shared/contacts/first-contact.ts'
import type { Contact } from '../../shared/contacts/schema.ts'
import { dateIn, daysBetween } from '../../shared/core/time.ts'
import type { Event } from '../../shared/db/event.ts'
import { fold } from '../../shared/insights/fold.ts'
import { emptyMonth } from '../../shared/insights/schema.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { centre, type TestCentre, withCaseload } from '../support/centre.ts'

/** Log a contact that was so many days ago, or retract one of those logged. */
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ daysAgo: fc.nat(12), result: fc.constantFrom('reached', 'attended', 'missed') }),
  },
  { weight: 1, arbitrary: fc.record({ retract: fc.nat(5) }) },
)
type Step = { daysAgo: number; result: string } | { retract: number }

test('whatever was logged and retracted in whatever order, the milestone is the earliest contact that stands', async () => {
  const at = await centre()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
      const { referral } = await withCaseload(at)
      at.api.pass({ days: 8 })
      for (const one of steps) await take(at, referral, one)
      const contacts = await contactsOf(at, referral)
      const earliest = contacts.find(isReached)?.at
      const after = await at.navigator.must<Referral>('GET', `/v1/referrals/${referral.id}`)
      expect(after.contactedAt).toBe(earliest)

      const timeline = await at.navigator.must<{ items: Event[] }>('GET', `/v1/referrals/${referral.id}/timeline`)
      const month = timeline.items.reduce(fold, emptyMonth(referral.requestedAt.slice(0, 7)))
      expect(month.milestones.contacted).toBe(earliest && 1)
      expect(month.daysToContact).toEqual(earliest ? { [waited(referral, earliest)]: 1 } : {})
    }),
    { numRuns: 15 },
  )
})

async function take(at: TestCentre, { id }: Referral, one: Step): Promise<void> {
  if ('daysAgo' in one) {
    const instant = new Date(Date.parse(at.context().now) - one.daysAgo * 86_400_000).toISOString()
    const body = { channel: 'phone', result: one.result, at: instant }
    await at.navigator.must('POST', `/v1/referrals/${id}/contacts`, { body })
    return
  }
  const contact = (await contactsOf(at, { id }))[one.retract]
  if (contact?.status !== 'recorded') return
  await at.navigator.must('POST', `/v1/contacts/${contact.id}/retract`, { ifMatch: contact.version })
}

async function contactsOf(at: TestCentre, { id }: Pick<Referral, 'id'>): Promise<Contact[]> {
  return (await at.navigator.must<{ items: Contact[] }>('GET', `/v1/referrals/${id}/contacts`)).items
}

function waited({ requestedAt }: Referral, at: string): number {
  const zone = 'America/Toronto'
  return Math.max(0, daysBetween(dateIn(zone, requestedAt), dateIn(zone, at)))
}
