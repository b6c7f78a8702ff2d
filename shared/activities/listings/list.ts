import type { Context } from '../../core/context.ts'
import type { Page } from '../../db/query.ts'
import { pageOfActivities } from '../list.ts'
import type { Activity } from '../schema.ts'
import type { ActivityView } from '../view.ts'
import { callingPartner } from './partner.ts'

/** The calling partner's listings with this centre, closed ones too, by name. */
export async function listListings(
  ctx: Context,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<ActivityView>> {
  const partner = callingPartner(ctx)
  const all = await ctx.store.queryAll<Activity>({ table: 'catalogue', index: 'list', partition: 'SEES' })
  const own = all.filter((activity) => activity.owner === ctx.tenant && activity.partner === partner)
  return pageOfActivities(ctx, own, `PARTNER#${partner}`, page)
}
