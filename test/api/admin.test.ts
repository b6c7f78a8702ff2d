import { expect, test } from 'vitest'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import { adjust } from '../../shared/db/event.ts'
import { CohortMonth, emptyMonth, type Histogram } from '../../shared/insights/schema.ts'
import { allianceCaller } from '../support/alliance.ts'
import { testApi } from '../support/api.ts'
import { Caller } from '../support/caller.ts'
import { centre, type TestCentre } from '../support/centre.ts'

/** Cohorts that no other test counts in: the registry is one for all of them. */
const month = '1999-03'

interface Network {
  readonly funnel: { milestone: string; centres: Record<string, number | string>; total: number | string }[]
  readonly loneliness: { phase: string; suppressed?: true; paired?: number }[]
  readonly definitions: { id: string }[]
}

/** A centre in the registry with figures of its own. */
async function withFigures(at: TestCentre, referred: number, pairs: Histogram = {}): Promise<void> {
  const cohort: CohortMonth = {
    ...emptyMonth(month),
    version: 1,
    milestones: { referred },
    scored: { 'ucla-3:baseline': 40 },
    pairs: { 'ucla-3:3-months': pairs },
  }
  await at.asWorker().store.commit([adjust(CohortMonth, undefined, cohort)])
  await at.api.unenforced.system.registerCentre({
    id: at.id,
    name: { en: 'Maple Test CHC', fr: 'CSC Érable d’essai' },
    town: 'Guelph',
    zone: 'America/Toronto',
    status: 'active',
    onboarding: { registeredAt: '2026-01-05T15:00:00.000Z' },
  })
}

async function alliance() {
  const api = await testApi()
  const [evaluator, admin] = await Promise.all([
    allianceCaller(api, 'alliance-evaluator'),
    allianceCaller(api, 'alliance-admin'),
  ])
  return { api, evaluator, admin }
}

test('the Alliance sees counts of several centres, and no count of one to five', async () => {
  const { evaluator } = await alliance()
  const [small, next, large, none] = await Promise.all([centre(), centre(), centre(), centre()])
  await Promise.all([
    withFigures(small, 3),
    withFigures(next, 9, { '8:6': 6 }),
    withFigures(large, 40, { '7:7': 6 }),
    withFigures(none, 0),
  ])
  const { status, body } = await evaluator.get<Network>(`/v1/admin/insights?from=${month}&to=${month}`)
  expect(status).toBe(200)
  const [referred] = body.funnel
  expect(referred?.centres).toMatchObject({
    [small.id]: 'suppressed',
    [next.id]: 'suppressed',
    [large.id]: 40,
    [none.id]: 0,
  })
  expect(body.loneliness.find(({ phase }) => phase === '3-months')).toMatchObject({ suppressed: true })
  expect(body.definitions.map(({ id }) => id)).toContain('loneliness-change')
})

test('an Alliance administrator sees the centres and their onboarding; an evaluator does not', async () => {
  const { admin, evaluator } = await alliance()
  const at = await centre()
  await withFigures(at, 10)
  const { body } = await admin.get<{ items: { id: string; onboarding: object }[] }>('/v1/admin/centres')
  expect(body.items.find(({ id }) => id === at.id)?.onboarding).toMatchObject({ staff: true })
  const refused = { status: 403, body: { permission: 'centres:read' } }
  expect(await evaluator.get('/v1/admin/centres')).toMatchObject(refused)
  expect(await evaluator.get(`/v1/admin/centres/${at.id}`)).toMatchObject(refused)
})

test('nobody of a centre has a way in, and nobody of the Alliance a way to a client', async () => {
  const { api, evaluator, admin } = await alliance()
  const at = await centre({ api })
  const atTheAlliance = new Caller({ ...api, app: api.adminApp }, at.admin.id, at.admin.credential)
  const noWayIn: [string, string, string][] = [
    ['GET', '/v1/admin/insights', 'network:read'],
    ['GET', '/v1/admin/centres', 'centres:read'],
    ['POST', '/v1/admin/centres', 'centres:write'],
    ['POST', `/v1/admin/centres/${at.id}/suspend`, 'centres:write'],
    ['POST', `/v1/admin/centres/${at.id}/resume`, 'centres:write'],
  ]
  for (const [method, path, permission] of noWayIn) {
    expect(await atTheAlliance.send(method, path, method === 'GET' ? {} : { body: {} })).toMatchObject({
      status: 403,
      body: { permission },
    })
  }
  for (const somebody of [evaluator, admin]) {
    const atTheCentres = new Caller(api, somebody.id, somebody.credential)
    expect(await atTheCentres.post('/v1/clients/search', { text: 'fern' })).toMatchObject({
      status: 403,
      body: { permission: 'clients:search' },
    })
  }
})

test('a centre finds in its audit log who of the Alliance looked at its figures, and when', async () => {
  const { api, evaluator } = await alliance()
  const [at, apart] = await Promise.all([centre({ api }), centre({ api })])
  await withFigures(at, 10)
  await evaluator.must('GET', `/v1/admin/insights?from=${month}&to=${month}`)
  const day = api.deps.now().slice(0, 10)
  const looks = async (of: TestCentre) => {
    const { items } = await of.admin.must<{ items: AuditEntry[] }>('GET', `/v1/audit?day=${day}&limit=100`)
    return items.filter(({ access }) => access === 'network-read')
  }
  expect(await looks(at)).toMatchObject([
    {
      actor: { id: evaluator.id, roles: ['alliance-evaluator'] },
      purpose: 'readNetworkInsights',
      information: ['figures'],
      at: expect.stringContaining(day),
    },
  ])
  // Not of the registry, so not among the figures.
  expect(await looks(apart)).toEqual([])
})
