import { expect, test } from 'vitest'
import { permissionsOfRoles } from '../../shared/core/permissions.ts'
import { change } from '../../shared/db/event.ts'
import { Staff } from '../../shared/staff/schema.ts'
import { centre, type TestCentre } from '../support/centre.ts'
import { withPartner } from '../support/loop.ts'

async function renamed(at: TestCentre, id: string, changes: Partial<Staff>) {
  const { store } = at.context()
  const staff = await store.get(Staff, id)
  await store.commit([change(Staff, staff, { ...staff, ...changes, version: staff.version + 1 }, 'updated')])
}

interface Colleagues {
  readonly items: { id: string; name: string }[]
  readonly nextCursor?: string
}

test('active staff are listed by name in the caller’s language, with nothing that is not for colleagues', async () => {
  const at = await centre()
  const people = [at.prescriber, at.navigator, at.colleague, at.evaluator, at.champion, at.admin]
  const names = ['Zoé Zed', 'Eve Exemple', 'Élise Exemple', 'Bea Sample', 'Art Sample', 'Gone Person']
  await Promise.all(people.map(({ id }, index) => renamed(at, id, { name: names[index] ?? '' })))
  await renamed(at, at.admin.id, { status: 'deactivated' })
  const { items } = await at.prescriber.must<Colleagues>('GET', '/v1/staff')
  expect(items.map(({ name }) => name)).toEqual(['Art Sample', 'Bea Sample', 'Élise Exemple', 'Eve Exemple', 'Zoé Zed'])
  expect(Object.keys(items[0] ?? {})).toEqual(['id', 'name', 'roles', 'locale'])
  const elsewhere = await centre()
  const theirs = await elsewhere.prescriber.must<Colleagues>('GET', '/v1/staff')
  expect(theirs.items.some(({ id }) => people.some((person) => person.id === id))).toBe(false)
})

test('the list comes page by page, and its cursor is of no use elsewhere', async () => {
  const at = await centre()
  const whole = await at.navigator.must<Colleagues>('GET', '/v1/staff')
  const first = await at.navigator.must<Colleagues>('GET', '/v1/staff?limit=4')
  const rest = await at.navigator.must<Colleagues>('GET', `/v1/staff?limit=4&cursor=${first.nextCursor}`)
  expect([...first.items, ...rest.items]).toEqual(whole.items)
  expect(rest.nextCursor).toBeUndefined()
  const elsewhere = await centre()
  for (const refused of [
    await elsewhere.navigator.get(`/v1/staff?limit=4&cursor=${first.nextCursor}`),
    await at.navigator.get(`/v1/staff?cursor=${first.nextCursor}x`),
    await at.navigator.get(`/v1/activities?cursor=${first.nextCursor}`),
  ]) {
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'foreign-cursor' }] } })
  }
})

test('a champion does not see the staff', async () => {
  const at = await centre()
  expect(await at.champion.get('/v1/staff')).toMatchObject({ status: 403, body: { permission: 'staff:read' } })
})

test('everybody may know who they are and what they may do', async () => {
  const at = await centre()
  const { body } = await at.champion.get<{ permissions: string[] }>('/v1/me', { headers: { 'Accept-Language': 'fr' } })
  expect(body).toMatchObject({
    id: at.champion.id,
    kind: 'person',
    name: expect.stringMatching(/^champion/),
    roles: ['champion'],
    centre: { id: at.id, zone: 'America/Toronto', locale: 'en', name: { fr: 'CSC Érable d’essai' } },
    locale: 'en',
  })
  expect(body.permissions).toEqual([...permissionsOfRoles(['champion'])].sort())
})

test('a partner’s key may know it of itself', async () => {
  const at = await centre()
  const partner = await withPartner(at, ['prescriptions:read', 'activities:write'])
  const { body } = await partner.caller.get('/v1/me')
  expect(body).toMatchObject({
    id: partner.caller.id,
    kind: 'partner',
    partner: partner.id,
    name: 'test',
    roles: ['prescriptions:read', 'activities:write'],
    permissions: ['inbox:read', 'listings:write'],
    centre: { id: at.id },
  })
})

test('without credentials nobody is anybody', async () => {
  const at = await centre()
  const response = await at.api.app.request('https://rx.test/v1/me')
  expect(response.status).toBe(401)
})
