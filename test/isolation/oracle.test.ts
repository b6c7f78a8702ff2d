import { beforeAll, expect, test } from 'vitest'
import { scopeNames } from '../../shared/core/permissions.ts'
import type { Answer, Caller } from '../support/caller.ts'
import { fill, type RegisteredOperation } from '../support/operations.ts'
import { tally } from '../support/tally.ts'
import { addressOf, bodyOf, each, namesAnyOf } from './matrix.ts'
import { callerOf, everyOperation, kindOf, type Scene, scene } from './scene.ts'
import { holdersOf } from './table.ts'

/** That something is there is told to nobody whom it is not for: its id and an id of nothing get the same answer. */
let here: Scene
let elsewhere: Scene

beforeAll(async () => {
  here = await scene()
  elsewhere = await scene(here.at.api)
})

/** A place in a request where an id stands. */
interface Place {
  readonly operation: RegisteredOperation
  readonly where: 'path' | 'query' | 'body'
  readonly kind: string
  /** Of a query parameter. */
  readonly name?: string
}

/** Query parameters that take an id among other words. */
const alsoIds: Readonly<Record<string, string>> = { actor: 'staff', assignee: 'staff' }
/** Operations that write down an id as it is told to them: it opens nothing, and nothing follows from it. */
const writtenDown: readonly string[] = ['recordIncident']
/** How an id of nothing may be answered: by whoever must have it, by whoever looks for what has it. */
const expected: Readonly<Record<Place['where'], readonly number[]>> = {
  path: [404],
  query: [200, 404, 422],
  body: [404, 409, 422],
}

test('an id of another centre and an id of nothing get the same answer', async () => {
  const operations = everyOperation(here.at.api).filter(({ path }) => !path.startsWith('/v1/admin/'))
  const places = operations.flatMap(placesOf)
  expect(places.length).toBeGreaterThan(100)
  const caller = ({ permission }: RegisteredOperation) => callerOf(elsewhere, holdersOf(permission)[0] ?? 'navigator')
  expect(await toldApart(places, caller, elsewhere.ids)).toEqual([])
})

test('an id of another partner of the same centre and an id of nothing get the same answer', async () => {
  const operations = everyOperation(here.at.api).filter(({ permission }) => scopeOf(permission) !== undefined)
  const places = operations.flatMap(placesOf).filter(({ where }) => where === 'path')
  expect(places.length).toBeGreaterThan(3)
  const caller = ({ permission }: RegisteredOperation) => {
    const scope = scopeOf(permission)
    const neighbour = scope && here.neighbours.get(scope)
    if (neighbour === undefined) throw new Error(`No neighbour for ${permission}.`)
    return neighbour
  }
  expect(await toldApart(places, caller, [])).toEqual([])
})

/** The places where this centre's ids and ids of nothing are answered differently, or as neither should be. */
async function toldApart(
  places: readonly Place[],
  callerFor: (operation: RegisteredOperation) => Caller,
  own: readonly string[],
): Promise<string[]> {
  const found: string[] = []
  await each(places, async (place) => {
    const { operation, where, kind } = place
    // Nobody's quota is used up.
    here.at.api.pass({ seconds: 1 })
    const caller = callerFor(operation)
    const theirs = here.ids.find((id) => kindOf(id) === kind)
    const version = await versionSeen(operation, caller, own)
    const real = await ask(place, caller, theirs, own, version)
    const nothing = await ask(place, caller, undefined, own, version)
    const name = `${operation.method} ${operation.path} ${where} ${kind}`
    if (theirs === undefined) found.push(`${name}: nothing to ask for`)
    else if (shown(real) !== shown(nothing)) found.push(`${name}: ${shown(real)} but ${shown(nothing)}`)
    else if (!mayBe(place, nothing.status)) found.push(`${name}: ${shown(nothing)}`)
  })
  tally.pairs += places.length
  tally.leaks += found.length
  return found
}

function mayBe({ operation, where }: Place, status: number): boolean {
  return expected[where].includes(status) || (status === 201 && writtenDown.includes(operation.id))
}

function placesOf(operation: RegisteredOperation): Place[] {
  const { path, query, example } = operation
  const ids = (text: string) => [...new Set(text.match(/[a-z-]+(?=_01JD3Y6Q5V8Z9K2M4N6P8R0T1W)/g) ?? [])]
  const inQuery = query.flatMap(({ name, kind = alsoIds[name] }) => (kind ? [{ name, kind }] : []))
  return [
    ...ids(namesAnyOf(path) ? fill(path) : '').map((kind) => ({ operation, where: 'path', kind }) as const),
    ...inQuery.map((parameter) => ({ operation, where: 'query', ...parameter }) as const),
    ...ids(JSON.stringify(example ?? '')).map((kind) => ({ operation, where: 'body', kind }) as const),
  ]
}

/** The request with the caller's own ids but in one place, where there is this id, or one of nothing. */
function ask(
  { operation, where, kind, name = '' }: Place,
  caller: Caller,
  id: string | undefined,
  own: readonly string[],
  ifMatch: number,
): Promise<Answer> {
  const put = [...own.filter((other) => kindOf(other) !== kind), ...(id === undefined ? [] : [id])]
  const address = addressOf(operation, where === 'path' ? put : own)
  const asked = `${name}=${id ?? fill(`{${kind}}`)}`
  return caller.send(
    operation.method,
    where === 'query' ? `${address}${address.includes('?') ? '&' : '?'}${asked}` : address,
    {
      ...bodyOf(operation, where === 'body' ? put : own),
      ...(operation.takesVersion && { ifMatch }),
    },
  )
}

/** The version of the caller's own thing that the path begins with. */
async function versionSeen({ takesVersion, path }: RegisteredOperation, caller: Caller, own: readonly string[]) {
  if (!takesVersion) return 1
  const { headers } = await caller.get(fill(path.replace(/(\{\w+\}).*/, '$1'), own))
  return Number(headers.get('ETag')?.replaceAll('"', '') ?? 1)
}

/** An answer without what is of the request alone: its id and time, and whatever id was asked with. */
function shown({ status, body, headers }: Answer): string {
  const ofRequest = ['x-request-id', 'date', 'ratelimit']
  const kept = [...headers].filter(([name]) => !ofRequest.includes(name))
  const told = JSON.stringify([status, { ...body, instance: undefined }, kept])
  return told.replaceAll(/[a-z-]+_[0-9A-HJKMNP-TV-Z]{26}/g, '<id>').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<at>')
}

function scopeOf(permission: string | null) {
  return scopeNames.find((scope) => holdersOf(permission).includes(scope))
}
