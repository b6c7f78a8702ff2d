import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../core/context.ts'
import type { Change } from '../db/event.ts'
import type { Entity, Kind } from '../db/kind.ts'
import { Correction } from './schema.ts'

interface About {
  readonly client: string
  readonly referral?: string | undefined
  readonly reason?: string | undefined
}

/**
 * The former values of what a change replaces, to be committed with it; nothing when it replaces nothing. The change's
 * own event tells which fields they were, and no event ever tells a value.
 */
export function formerValues<T extends Entity>(
  ctx: Context,
  kind: Kind<T>,
  before: T,
  after: T,
  { client, referral, reason }: About,
): Change[] {
  const [old, now] = [before, after] as [T & Record<string, unknown>, T & Record<string, unknown>]
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => field !== 'version' && !isDeepStrictEqual(old[field], now[field]))
    .sort()
  if (fields.length === 0) return []
  const correction: Correction = {
    id: ctx.id('correction'),
    version: 1,
    client,
    kind: kind.name,
    entity: before.id,
    ...(referral !== undefined && { referral }),
    fields,
    before: valuesOf(old, fields),
    after: valuesOf(now, fields),
    ...(reason !== undefined && { reason }),
    at: ctx.now,
    by: ctx.actor.id,
  }
  return [{ kind: Correction, before: undefined, after: correction, events: [] } as Change<Correction>]
}

function valuesOf(entity: Readonly<Record<string, unknown>>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.flatMap((field) => (entity[field] === undefined ? [] : [[field, entity[field]]])))
}
