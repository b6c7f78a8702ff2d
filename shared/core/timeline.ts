import type { Event } from '../db/event.ts'
import type { Entity, Kind } from '../db/kind.ts'
import type { Page } from '../db/query.ts'
import type { Context } from './context.ts'

/**
 * What happened to one entity, oldest first.
 * @throws NotFound when it is not this centre's.
 */
export async function timelineOf<T extends Entity>(
  ctx: Context,
  kind: Kind<T>,
  id: string,
  page: { limit?: number | undefined; cursor?: string | undefined },
): Promise<Page<Event>> {
  const [timeline] = await Promise.all([ctx.store.timeline(kind, id, page), ctx.store.get(kind, id)])
  return timeline
}
