import { describe, expect, test } from 'vitest'
import type { Client } from '../../shared/clients/schema.ts'
import type { Disposal } from '../../shared/disposals/schema.ts'
import type { Hold } from '../../shared/holds/schema.ts'
import type { Due } from '../../shared/retention/due.ts'
import { testApi } from '../support/api.ts'
import type { Caller } from '../support/caller.ts'
import { centre, type TestCentre, withClient, withReferral } from '../support/centre.ts'
import { settled } from '../support/settled.ts'

const yearDays = 365.25

/** So many years later, with somebody new at every desk: nobody's sign-in lasts that long. */
async function later(at: TestCentre, years: number): Promise<{ admin: Caller; navigator: Caller }> {
  await settled(at)
  at.api.pass({ days: Math.ceil(years * yearDays) })
  return { admin: await at.person(['centre-admin']), navigator: await at.person(['navigator']) }
}

const due = async (admin: Caller, query = '') =>
  (await admin.must<{ items: Due[] }>('GET', `/v1/retention/due${query}`)).items

const adult = { birthDate: '1951-04-12' } as Partial<Client>

// Ids sort by time, and every test here moves its own clock: those that go furthest come last.
describe('a record is kept', () => {
  test('as long as the centre says, which an administrator may change at any time', async () => {
    const at = await centre({ settings: { retentionYears: 3 } })
    const client = await withClient(at, adult)
    const { admin } = await later(at, 2)
    expect(await due(admin)).toEqual([])
    await admin.must('PATCH', '/v1/centre/settings', { body: { retentionYears: 1 }, ifMatch: 1 })
    at.api.pass({ seconds: 61 })
    expect(await due(admin)).toEqual([{ client: client.id, lastEntryOn: '2026-11-21', keptUntil: '2027-11-21' }])
    for (const retentionYears of [0, 101, 2.5]) {
      expect((await admin.patch('/v1/centre/settings', { retentionYears }, { ifMatch: 2 })).status).toBe(422)
    }
  })

  test('for so many years after the last entry, whatever that was', async () => {
    const at = await centre({ settings: { retentionYears: 2 } })
    const { client, referral } = await withReferral(at)
    const quiet = await withClient(at, { ...adult, names: { given: 'Flora', family: 'Fable' } })
    const first = await later(at, 1.5)
    await first.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 })
    const second = await later(at, 1)
    expect((await due(second.admin)).map(({ client: id }) => id)).toEqual([quiet.id])
    const refused = await second.admin.post<{ keptUntil: string }>(`/v1/clients/${client.id}/dispose`, {
      reason: 'retention-ended',
    })
    expect([refused.status, refused.body.keptUntil]).toEqual([409, '2030-05-22'])
    const third = await later(at, 1)
    expect((await due(third.admin)).map(({ client: id }) => id)).toEqual([quiet.id, client.id])
  })

  test('for so many years after the 18th birthday, when that is later', async () => {
    const at = await centre({ settings: { retentionYears: 2 } })
    const child = await withClient(at, { birthDate: '2012-03-01' })
    const { admin } = await later(at, 3)
    expect(await due(admin)).toEqual([])
    const refused = await admin.post<{ keptUntil: string }>(`/v1/clients/${child.id}/dispose`, {
      reason: 'retention-ended',
    })
    expect([refused.status, refused.body.keptUntil]).toEqual([409, '2032-03-01'])
    const grown = await later(at, 2.4)
    expect(await due(grown.admin)).toMatchObject([{ client: child.id, keptUntil: '2032-03-01' }])
  })

  test('by the birth date as it was corrected', async () => {
    const at = await centre({ settings: { retentionYears: 2 } })
    const client = await withClient(at, { birthDate: '2025-03-01' })
    await at.navigator.must('PATCH', `/v1/clients/${client.id}`, { body: { birthDate: '1952-03-01' }, ifMatch: 1 })
    const { admin } = await later(at, 2.1)
    expect((await due(admin)).map(({ client: id }) => id)).toEqual([client.id])
  })

  test('under a legal hold, set and lifted with a reason, as long as it stands', async () => {
    const at = await centre({ settings: { retentionYears: 1 } })
    const client = await withClient(at, adult)
    const hold = await at.admin.must<Hold>('POST', `/v1/clients/${client.id}/holds`, { body: { reason: 'A claim.' } })
    expect(hold).toMatchObject({ status: 'active', reason: 'A claim.', setBy: at.admin.id })
    const { admin } = await later(at, 1.5)
    expect(await due(admin)).toEqual([])
    const refused = await admin.post<{ type: string }>(`/v1/clients/${client.id}/dispose`, {
      reason: 'retention-ended',
    })
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:rx-community:problem:legal-hold'])
    expect((await admin.post(`/v1/holds/${hold.id}/lift`, { reason: 'Withdrawn.' })).status).toBe(428)
    expect((await admin.post(`/v1/holds/${hold.id}/lift`, {}, { ifMatch: 1 })).status).toBe(422)
    const lifted = await admin.must<Hold>('POST', `/v1/holds/${hold.id}/lift`, {
      body: { reason: 'Withdrawn.' },
      ifMatch: 1,
    })
    expect(lifted).toMatchObject({ status: 'lifted', reason: 'A claim.', liftReason: 'Withdrawn.', liftedBy: admin.id })
    const again = await admin.post<{ type: string }>(`/v1/holds/${hold.id}/lift`, { reason: 'Twice.' }, { ifMatch: 2 })
    expect([again.status, again.body.type]).toEqual([409, 'urn:rx-community:problem:hold-lifted'])
    expect(await admin.must('GET', `/v1/clients/${client.id}/holds`)).toEqual({ items: [lifted] })
    // Nothing that is done about keeping a record makes it younger.
    expect(await due(admin)).toMatchObject([{ client: client.id, lastEntryOn: '2026-11-21' }])
    const disposed = await admin.must<Disposal>('POST', `/v1/clients/${client.id}/dispose`, {
      body: { reason: 'retention-ended' },
    })
    expect(disposed).toMatchObject({ status: 'completed', reason: 'retention-ended' })
    expect(await due(admin)).toEqual([])
  })

  test('as one with the record that it went into', async () => {
    const at = await centre({ settings: { retentionYears: 1 } })
    const [into, from] = [await withClient(at, adult), await withClient(at)]
    const { navigator } = await later(at, 0.7)
    await navigator.must('POST', `/v1/clients/${into.id}/merge`, { body: { from: from.id }, ifMatch: 1 })
    const { admin } = await later(at, 0.5)
    expect(await due(admin)).toEqual([])
    const last = await later(at, 1)
    expect((await due(last.admin)).map(({ client }) => client)).toEqual([into.id])
  })
})

describe('the list of what is due', () => {
  test('is read without looking at anybody whose time has not come, and each is looked at once', async () => {
    const at = await centre({ settings: { retentionYears: 1 } })
    const { client, referral } = await withReferral(at)
    const { navigator } = await later(at, 0.8)
    await navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 })
    for (let n = 0; n < 5; n += 1) {
      const body = { names: { given: `Flora${'abcde'[n]}`, family: 'Fable' }, locale: 'en' }
      await navigator.must('POST', '/v1/clients', { body })
    }
    const { admin } = await later(at, 0.4)
    const { middlewareStack } = at.api.deps.databaseOf(at.id).documents
    const looked: string[] = []
    middlewareStack.add(
      (next, { commandName = '' }) =>
        (args) => {
          looked.push(commandName)
          return next(args)
        },
      { step: 'initialize', name: 'looking' },
    )
    const count = async () => {
      looked.length = 0
      expect(await due(admin)).toEqual([])
      return looked.filter((command) => command !== 'TransactWriteItemsCommand').length
    }
    // The list and the directives; of the one that has come due its record, its last entry and its holds.
    expect(await count()).toBe(5)
    expect(await count()).toBe(2)
    middlewareStack.remove('looking')
    expect((await admin.get(`/v1/audit?client=${client.id}`)).status).toBe(200)
  })

  test('comes in pages, those longest over first, and is the administrator’s', async () => {
    const at = await centre({ settings: { retentionYears: 1 } })
    const clients: string[] = []
    for (const given of ['Fern', 'Flora', 'Felix']) {
      clients.push((await withClient(at, { names: { given, family: `Fable${given}` }, ...adult })).id)
      at.api.pass({ days: 1 })
    }
    expect(await at.navigator.get('/v1/retention/due')).toMatchObject({
      status: 403,
      body: { permission: 'retention:read' },
    })
    const { admin } = await later(at, 1.2)
    const first = await admin.must<{ items: Due[]; nextCursor: string }>('GET', '/v1/retention/due?limit=2')
    const rest = await admin.must<{ items: Due[] }>('GET', `/v1/retention/due?limit=2&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items].map(({ client }) => client)).toEqual(clients)
  })
})

describe('a legal hold', () => {
  test('is the administrator’s to set, lift and read, on clients of their own centre', async () => {
    const [at, other] = [await centre({ api: await testApi() }), await centre()]
    const client = await withClient(at)
    const path = `/v1/clients/${client.id}/holds`
    for (const person of [at.prescriber, at.navigator, at.evaluator, at.champion]) {
      expect(await person.post(path, { reason: 'Mine.' })).toMatchObject({
        status: 403,
        body: { permission: 'holds:write' },
      })
      expect(await person.get(path)).toMatchObject({ status: 403, body: { permission: 'holds:read' } })
    }
    expect((await other.admin.post(path, { reason: 'Theirs.' })).status).toBe(404)
    expect((await other.admin.get(path)).status).toBe(404)
    expect((await at.admin.post(path, { reason: ' ' })).status).toBe(422)
    expect(await at.admin.must('GET', path)).toEqual({ items: [] })
  })

  test('goes with the record when that is merged', async () => {
    const at = await centre()
    const [into, from] = [await withClient(at), await withClient(at)]
    await at.admin.must('POST', `/v1/clients/${from.id}/holds`, { body: { reason: 'A claim.' } })
    await at.navigator.must('POST', `/v1/clients/${into.id}/merge`, { body: { from: from.id }, ifMatch: 1 })
    const refused = await at.admin.post<{ type: string }>(`/v1/clients/${into.id}/dispose`, {
      reason: 'created-in-error',
    })
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:rx-community:problem:legal-hold'])
  })
})
