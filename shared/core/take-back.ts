import * as z from 'zod'
import type { Entity } from '../db/kind.ts'
import type { Context } from './context.ts'
import { Conflict } from './errors.ts'
import { id, instant } from './text.ts'
import { addSeconds } from './time.ts'

/** For how long whoever took a step may take it back. */
const takeBackMinutes = 10

/** Which step an entity remembers: by the version that it made, so that whatever is written next makes this void. */
export const stepTaken = { version: z.int().positive(), at: instant, by: id('staff') }

/** An entity that may remember what it was before its last step. */
type Stepped = Entity & { readonly formerly?: z.infer<z.ZodObject<typeof stepTaken>> | undefined }
type Acting = Pick<Context, 'now' | 'actor'>

/**
 * An entity after a step that may be taken back: it remembers what these fields were before. Pure.
 * @param fields every field that such a step may change.
 */
export function remembering<T extends Stepped>(
  ctx: Acting,
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): T {
  const { version } = after
  return { ...after, formerly: { ...valuesOf(before, fields), version, at: ctx.now, by: ctx.actor.id } }
}

/**
 * The entity as it was before its last step, `version` advanced by one. Pure.
 * @param allowed what may be done about it now, for whoever is refused.
 * @throws Conflict `nothing-to-take-back` unless its last change was such a step, `step-of-somebody-else`,
 *   `too-late-to-take-back`.
 */
export function takenBack<T extends Stepped>(
  ctx: Acting,
  entity: T,
  fields: readonly (keyof T & string)[],
  allowed: readonly string[],
): T {
  const { formerly } = entity
  if (formerly?.version !== entity.version) throw new Conflict('nothing-to-take-back', wordsFor(allowed), { allowed })
  checkOwnStep(ctx, formerly, allowed)
  const touched: readonly string[] = ['formerly', ...fields]
  const untouched = Object.fromEntries(Object.entries(entity).filter(([name]) => !touched.includes(name)))
  return { ...untouched, ...valuesOf(formerly, fields), version: entity.version + 1 } as unknown as T
}

/** @throws Conflict for a step that somebody else took, or that is too long ago. */
export function checkOwnStep(
  { now, actor }: Acting,
  { at, by }: { readonly at: string; readonly by: string },
  allowed: readonly string[] = [],
): void {
  if (by !== actor.id) throw new Conflict('step-of-somebody-else', wordsFor(allowed), { allowed })
  if (isRecent({ now }, at)) return
  throw new Conflict('too-late-to-take-back', { minutes: takeBackMinutes, ...wordsFor(allowed) }, { allowed })
}

/** Whether something happened so lately that it may still be taken back. */
export function isRecent({ now }: Pick<Context, 'now'>, at: string): boolean {
  return addSeconds(at, takeBackMinutes * 60) >= now
}

function wordsFor(allowed: readonly string[]) {
  return { allowed: allowed.join(', ') || '–' }
}

function valuesOf(from: object, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => fields.includes(name)))
}
