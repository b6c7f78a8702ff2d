import { expect } from 'vitest'
import { scopeNames } from '../../shared/core/permissions.ts'
import type { Answer, Caller } from '../support/caller.ts'
import { fill, type RegisteredOperation, real } from '../support/operations.ts'
import { tally } from '../support/tally.ts'
import { everyOperation, kindOf, type Scene } from './scene.ts'
import { forPersons, holdersOf } from './table.ts'

type Problem = Answer<{ type?: string; permission?: string }>

/** Somebody who tries every operation with the ids of a scene. */
export interface Attempt {
  readonly scene: Scene
  readonly caller: Caller
  /** The role or scope that the caller has; nothing for whoever must not be known at all. */
  readonly as?: string
  /** Whose the scene's things are, where they are not the caller's: they are not there then. */
  readonly foreign?: 'centre' | 'partner'
  /** Ids of the caller's own things, for bodies: the scene's unless given. */
  readonly own?: readonly string[]
}

/** No version that anything has: what asks for one is refused after the permission, and changes nothing. */
const stale = 999_999_999
const atOnce = 8

/**
 * Tries every operation of both apps.
 * @returns the answers, by operation, for whoever looks further.
 * @throws AssertionError that lists every answer that is not what the table says.
 */
export async function tryEverything(attempt: Attempt): Promise<Map<string, Problem>> {
  const operations = everyOperation(attempt.scene.at.api)
  const answers = new Map<string, Problem>()
  await each(operations, async (operation) => {
    answers.set(operation.id, await ask(attempt, operation))
  })
  const leaks = operations.flatMap((operation) => {
    const answer = answers.get(operation.id)
    const found = answer && leakIn(attempt, operation, answer)
    return found ? [`${operation.method} ${operation.path}: ${found}`] : []
  })
  tally.pairs += operations.length
  tally.leaks += leaks.length
  expect(leaks).toEqual([])
  return answers
}

/** Does something with each, a few at once. */
export async function each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  // One iterator for all: each takes the next item when it is done with its last.
  const waiting = items.values()
  const take = async () => {
    for (const item of waiting) await act(item)
  }
  await Promise.all(Array.from({ length: atOnce }, take))
}

/** The path, with these ids in it and an example for every query parameter that there must be. */
export function addressOf({ path, query }: RegisteredOperation, ids: readonly string[]): string {
  const needed = query.filter(({ isRequired }) => isRequired)
  const search = new URLSearchParams(needed.map(({ name, example }) => [name, String(example)]))
  return `${fill(path, ids)}${needed.length > 0 ? `?${search}` : ''}`
}

/** The body of the documentation, with these ids in it. */
export function bodyOf({ example }: RegisteredOperation, ids: readonly string[]): { body?: unknown } {
  return example === undefined ? {} : { body: JSON.parse(real(JSON.stringify(example), ids)) }
}

function ask({ scene, caller, own = scene.ids }: Attempt, operation: RegisteredOperation): Promise<Problem> {
  return caller.send(operation.method, addressOf(operation, scene.ids), {
    ...bodyOf(operation, own),
    ...(operation.takesVersion && { ifMatch: stale }),
  })
}

/** What an answer gives that it should not, or keeps that it should give. */
function leakIn(attempt: Attempt, { id, path, permission }: RegisteredOperation, answer: Problem): string | undefined {
  const { as, foreign, scene } = attempt
  const { status, body } = answer
  const said = `${status} ${body?.type ?? ''} ${body?.permission ?? ''}`
  if (as === undefined) return status === 401 ? undefined : `${said} instead of 401`
  if (permission !== null && !holdersOf(permission).some((holder) => holder === as)) {
    return status === 403 && body.permission === permission ? undefined : `${said} instead of 403 ${permission}`
  }
  if (forPersons.includes(id) && scopeNames.some((scope) => scope === as)) {
    return status === 403 && body.type?.endsWith(':persons-only') ? undefined : `${said} instead of 403`
  }
  if (status === 401 || status === 403 || status >= 500) return said
  if (foreign === undefined) return undefined
  const secrets = foreign === 'centre' ? [scene.marker, scene.at.id, ...scene.ids] : scene.ids
  const told = secrets.find((word) => JSON.stringify(body ?? '').includes(word))
  if (told !== undefined) return `${status} with ${told}`
  return namesAnyOf(path) && status !== 404 ? `${said} instead of 404` : undefined
}

/** Whether a path has the id of something in it. */
export function namesAnyOf(path: string): boolean {
  return /\{(?!date\b|centre\b)\w+\}/.test(path)
}

/** Kinds of things in a path, of which the scene has none. */
export function missing(path: string, ids: readonly string[]): string[] {
  const kinds = new Set(ids.map(kindOf))
  const named = fill(path).match(/[a-z-]+(?=_01JD3Y6Q5V8Z9K2M4N6P8R0T1W)/g) ?? []
  return named.filter((kind) => !kinds.has(kind) && kind !== 'centre')
}
