import { expect, test } from 'vitest'
import { adjust } from '../../shared/db/event.ts'
import { CohortMonth, emptyMonth } from '../../shared/insights/schema.ts'
import { testApi } from '../support/api.ts'
import { centre, withReferral } from '../support/centre.ts'
import { withActivity, withRequest } from '../support/loop.ts'
import { settled } from '../support/settled.ts'

interface Figures {
  readonly funnel: { milestone: string; n: number }[]
  readonly waits: { contact: { n: number; medianDays: number | null } }
  readonly closings: Record<string, number>
}

const read = (funnel: Figures['funnel']) => Object.fromEntries(funnel.map(({ milestone, n }) => [milestone, n]))

test('the funnel follows what happens, and a referral entered in error leaves it', async () => {
  const at = await centre()
  const { referral } = await withReferral(at)
  await withRequest(at, await withActivity(at))
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/reject`, {
    body: { reason: { code: 'out-of-area' } },
    ifMatch: referral.version,
  })
  await settled(at)
  const before = await at.evaluator.must<Figures>('GET', '/v1/insights')
  expect(read(before.funnel)).toEqual({ referred: 2, contacted: 0, prescribed: 1, attended: 0, completed: 0 })
  expect(before.closings).toEqual({ 'rejected:out-of-area': 1 })
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/retract`, {
    body: { words: 'Another person.' },
    ifMatch: 2,
  })
  await settled(at)
  const after = await at.evaluator.must<Figures>('GET', '/v1/insights')
  expect(read(after.funnel)).toMatchObject({ referred: 1 })
  expect(after.closings).toEqual({})
})

test('waiting is counted in the centre’s calendar days', async () => {
  const api = await testApi()
  const at = await centre({ api })
  const { referral } = await withReferral(at)
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 })
  api.pass({ days: 9 })
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/contacts`, {
    body: { channel: 'phone', result: 'reached', minutes: 12 },
  })
  await settled(at)
  const { waits } = await at.evaluator.must<Figures>('GET', '/v1/insights')
  expect(waits.contact).toMatchObject({ n: 1, medianDays: 9 })
})

test('a period is at most three years, and does not end before it begins', async () => {
  const at = await centre()
  const get = (query: string) => at.evaluator.get(`/v1/insights?${query}`)
  expect(await get('from=2026-11&to=2026-10')).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'period-backwards' }] },
  })
  expect(await get('from=2020-01&to=2026-10')).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'period-too-long' }] },
  })
  expect((await get('from=2026-13')).status).toBe(422)
  expect((await at.navigator.get('/v1/insights')).status).toBe(403)
})

test('reading the figures takes as many items as the period has months, whatever the history', async () => {
  const at = await centre()
  const ctx = at.asWorker()
  const month: CohortMonth = {
    ...emptyMonth('2026-10'),
    version: 1,
    milestones: { referred: 100_000 },
    daysToContact: Object.fromEntries(Array.from({ length: 90 }, (_, day) => [String(day), 1_000])),
  }
  await ctx.store.commit([adjust(CohortMonth, undefined, month)])
  const figures = await at.evaluator.must<Figures>('GET', '/v1/insights')
  expect(read(figures.funnel)).toMatchObject({ referred: 100_000 })
  expect(JSON.stringify(month).length).toBeLessThan(4_096)
})
