import { expect, test } from 'vitest'
import type { Referral } from '../../shared/referrals/schema.ts'
import { centre, withReferral } from '../support/centre.ts'

test('a referral is requested with its clock running', async () => {
  const at = await centre()
  const { referral } = await withReferral(at)
  expect(referral).toMatchObject({
    status: 'requested',
    version: 1,
    nextActionOn: '2026-12-05',
    prescriber: at.prescriber.id,
  })
})

test('two navigators accept at once: one wins, the other is told it changed', async () => {
  const at = await centre()
  const { referral } = await withReferral(at)
  const path = `/v1/referrals/${referral.id}`
  const answers = await Promise.all(
    [at.navigator, at.colleague].map((person) => person.post<Referral>(`${path}/accept`, undefined, { ifMatch: 1 })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  const timeline = await at.navigator.get<{ items: { type: string }[] }>(`${path}/timeline`)
  expect(timeline.body.items.map(({ type }) => type)).toEqual(['referral.requested', 'referral.accepted'])
})

test('the same request sent twice has one effect and one answer', async () => {
  const at = await centre()
  const { client } = await withReferral(at)
  const body = { client: client.id, source: 'physician', reasons: ['stress'] }
  const headers = { 'Idempotency-Key': 'once' }
  const [first, second] = [
    await at.prescriber.post<Referral>('/v1/referrals', body, { headers }),
    await at.prescriber.post<Referral>('/v1/referrals', body, { headers }),
  ]
  expect(second.body).toEqual(first.body)
  const other = await at.prescriber.post<{ type: string }>('/v1/referrals', { ...body, source: 'nurse' }, { headers })
  expect(other).toMatchObject({ status: 422, body: { type: 'urn:rx-community:problem:idempotency-mismatch' } })
})
