import { expect, test } from 'vitest'
import { createAdminApp } from '../../functions/admin/app.ts'
import { adjust } from '../../shared/db/event.ts'
import { CohortMonth, emptyMonth, type Histogram } from '../../shared/insights/schema.ts'
import { testApi } from '../support/api.ts'
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
  await at.context().store.commit([adjust(CohortMonth, undefined, cohort)])
  await at.api.deps.system.registerCentre({
    id: at.id,
    name: { en: 'Maple Test CHC', fr: 'CSC Érable d’essai' },
    town: 'Guelph',
    zone: 'America/Toronto',
    status: 'active',
    onboarding: { registeredAt: '2026-01-05T15:00:00.000Z', staff: true, catalogue: true },
  })
}

async function alliance() {
  const api = await testApi()
  const home = await centre({ api })
  const person = await home.person(['alliance-evaluator'])
  const admin = await home.person(['alliance-admin'])
  const app = createAdminApp(api.deps, api.keys)
  const get = async <T>(path: string, id: string) => {
    const response = await app.request(`https://rx.test${path}`, {
      headers: { Authorization: `Bearer ${await api.token(id)}` },
    })
    return { status: response.status, body: (await response.json()) as T }
  }
  return { home, person, admin, get }
}

test('the Alliance sees counts of several centres, and no count of one to five', async () => {
  const { person, get } = await alliance()
  const [small, next, large, none] = await Promise.all([centre(), centre(), centre(), centre()])
  await Promise.all([
    withFigures(small, 3),
    withFigures(next, 9, { '8:6': 6 }),
    withFigures(large, 40, { '7:7': 6 }),
    withFigures(none, 0),
  ])
  const { status, body } = await get<Network>(`/v1/admin/insights?from=${month}&to=${month}`, person.id)
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
  const { admin, person, get } = await alliance()
  const at = await centre()
  await withFigures(at, 10)
  const { body } = await get<{ items: { id: string; onboarding: object }[] }>('/v1/admin/centres', admin.id)
  expect(body.items.find(({ id }) => id === at.id)?.onboarding).toMatchObject({ staff: true })
  expect(await get('/v1/admin/centres', person.id)).toMatchObject({ status: 403, body: { permission: 'centres:read' } })
})

test('nobody of a centre has a way in, and nobody of the Alliance a way to a client', async () => {
  const { home, person, get } = await alliance()
  expect(await get('/v1/admin/insights', home.admin.id)).toMatchObject({
    status: 403,
    body: { permission: 'network:read' },
  })
  expect(await person.post('/v1/clients/search', { text: 'fern' })).toMatchObject({
    status: 403,
    body: { permission: 'clients:search' },
  })
})
