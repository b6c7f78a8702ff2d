import type { Context } from '../core/context.ts'
import type { Activity } from './schema.ts'

/** Every activity that this centre may see, each once: its own, those shared with it, the provincial ones. */
export async function visibleActivities(ctx: Context): Promise<Activity[]> {
  const list = { table: 'catalogue', index: 'list', partition: 'SEES' } as const
  const [here, provincial] = await Promise.all([
    ctx.store.queryAll<Activity>(list),
    ctx.store.queryAll<Activity>({ ...list, commons: true }),
  ])
  // The centre's own provincial ones are in both.
  return [...new Map([...provincial, ...here].map((activity) => [activity.id, activity])).values()]
}
