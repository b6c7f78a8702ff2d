import { expect, test } from 'vitest'
import type { Consent } from '../../shared/consents/schema.ts'
import { centre, withClient } from '../support/centre.ts'
import { withPartner } from '../support/loop.ts'

test('consents are kept, given and withdrawn, each with when, how and by whom', async () => {
  const at = await centre()
  const client = await withClient(at)
  const path = `/v1/clients/${client.id}/consents`
  const given = await at.navigator.must<Consent>('POST', path, {
    body: { scope: { kind: 'messages', channel: 'sms' }, how: 'spoken' },
  })
  expect(given).toMatchObject({ status: 'given', recordedBy: at.navigator.id })
  const withdrawn = await at.colleague.must<Consent>('POST', `/v1/consents/${given.id}/withdraw`, { ifMatch: 1 })
  expect(withdrawn).toMatchObject({ status: 'withdrawn', withdrawnBy: at.colleague.id })
  const { body } = await at.prescriber.get<{ items: Consent[] }>(path)
  expect(body.items).toEqual([withdrawn])
})

test('a consent is withdrawn once, in the version that was seen', async () => {
  const at = await centre()
  const client = await withClient(at)
  const { id } = await at.navigator.must<Consent>('POST', `/v1/clients/${client.id}/consents`, {
    body: { scope: { kind: 'evaluation' }, how: 'written' },
  })
  const withdraw = (ifMatch?: number) =>
    at.navigator.post(`/v1/consents/${id}/withdraw`, undefined, ifMatch === undefined ? {} : { ifMatch })
  expect((await withdraw()).status).toBe(428)
  expect((await withdraw(7)).status).toBe(412)
  expect((await withdraw(1)).status).toBe(200)
  expect(await withdraw(2)).toMatchObject({ status: 409, body: { type: 'urn:rx-community:problem:consent-withdrawn' } })
})

test('a prescriber may record a consent and not withdraw one', async () => {
  const at = await centre()
  const client = await withClient(at)
  const { id } = await at.prescriber.must<Consent>('POST', `/v1/clients/${client.id}/consents`, {
    body: { scope: { kind: 'evaluation' }, how: 'spoken' },
  })
  expect(await at.prescriber.post(`/v1/consents/${id}/withdraw`, undefined, { ifMatch: 1 })).toMatchObject({
    status: 403,
    body: { permission: 'consents:withdraw' },
  })
})

test('sharing names a partner of the centre, and the client is one of its own', async () => {
  const [at, other] = [await centre(), await centre()]
  const [client, foreign] = [await withClient(at), await withPartner(other)]
  const body = { scope: { kind: 'share', partner: foreign.id }, how: 'spoken' }
  expect(await at.navigator.post(`/v1/clients/${client.id}/consents`, body)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '#/scope/partner', code: 'unknown-partner' }] },
  })
  expect((await other.navigator.post(`/v1/clients/${client.id}/consents`, body)).status).toBe(404)
})
