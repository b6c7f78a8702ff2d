import { generateKeyPair } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { roleNames, roles, scopeNames, scopes } from '../../shared/core/permissions.ts'
import { Caller } from '../support/caller.ts'
import { missing, namesAnyOf, tryEverything } from './matrix.ts'
import { callerOf, everyOperation, type Scene, scene } from './scene.ts'
import { forAnybody, holders, holdersOf } from './table.ts'

/** Every operation of both apps, tried by whoever belongs to the centre and by whoever is nobody. */
let here: Scene
/** Operations whose things were there for somebody who may ask. */
const found = new Set<string>()

beforeAll(async () => {
  here = await scene()
})

test('each permission belongs to whom the table gives it, and to nobody else', () => {
  const held = [...Object.entries<readonly string[]>(roles), ...Object.entries<readonly string[]>(scopes)]
  const permissions = new Set([...held.flatMap(([, all]) => all), ...Object.keys(holders)])
  const asCoded = [...permissions].map((permission) => [
    permission,
    held.filter(([, all]) => all.includes(permission)).map(([name]) => name),
  ])
  expect(Object.fromEntries(asCoded)).toEqual(
    Object.fromEntries([...permissions].map((permission) => [permission, holdersOf(permission)])),
  )
})

test('each operation takes a permission that the table knows, but for what is anybody’s', () => {
  const unknown = everyOperation(here.at.api).filter(({ id, permission }) =>
    permission === null ? !forAnybody.includes(id) : holdersOf(permission).length === 0,
  )
  expect(unknown.map(({ id, permission }) => [id, permission])).toEqual([])
})

test('there is a real thing for every id in every path', () => {
  const operations = everyOperation(here.at.api)
  expect(operations.flatMap(({ path }) => missing(path, here.ids))).toEqual([])
})

test('nobody is anybody without credentials', async () => {
  await tryEverything({ scene: here, caller: new Caller(here.at.api, 'nobody', '') })
})

test('a token that has expired is nobody’s', async () => {
  const { api, navigator } = here.at
  const expired = Math.floor(Date.parse(api.deps.now()) / 1000) - 61
  const token = await api.token(navigator.id, { exp: expired })
  await tryEverything({ scene: here, caller: new Caller(api, navigator.id, token) })
})

test('a token that somebody else signed is nobody’s', async () => {
  const { api, navigator } = here.at
  const { privateKey } = await generateKeyPair('ES256')
  const token = await api.token(navigator.id, {}, {}, privateKey)
  await tryEverything({ scene: here, caller: new Caller(api, navigator.id, token) })
})

test('a key that was revoked is nobody’s', async () => {
  await tryEverything({ scene: here, caller: here.revoked })
})

test.each([...roleNames, ...scopeNames])('%s of the centre does what the table says', async (name) => {
  const answers = await tryEverything({ scene: here, caller: callerOf(here, name), as: name })
  for (const [id, { status }] of answers) if (status !== 403 && status !== 404) found.add(id)
})

test('every operation found what it was asked for, by somebody', () => {
  const operations = everyOperation(here.at.api).filter(({ path }) => namesAnyOf(path))
  expect(operations.filter(({ id }) => !found.has(id)).map(({ id }) => id)).toEqual([])
})
