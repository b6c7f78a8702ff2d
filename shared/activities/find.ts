import type { Context } from '../core/context.ts'
import { Activity } from './schema.ts'

/**
 * An activity that this centre may see: its own, one shared with it, or a provincial one. Three reads, side by side.
 * @returns undefined for any other, as for one that does not exist.
 */
export async function findActivity(ctx: Context, id: string): Promise<Activity | undefined> {
  const list = { table: 'catalogue', index: 'list', partition: 'SEES', begins: id } as const
  const [own, shared, provincial] = await Promise.all([
    ctx.store.find(Activity, id),
    ctx.store.query<Activity>(list),
    ctx.store.query<Activity>({ ...list, commons: true }),
  ])
  return own ?? shared.items[0] ?? provincial.items[0]
}
