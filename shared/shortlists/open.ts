import { findActivity } from '../activities/find.ts'
import { type ActivityView, viewsOf } from '../activities/view.ts'
import { Client } from '../clients/schema.ts'
import { Consent } from '../consents/schema.ts'
import type { Context } from '../core/context.ts'
import { isLinkCode } from '../core/link-code.ts'
import type { Locale } from '../core/text.ts'
import { Shortlist } from './schema.ts'

/** What the page behind a link shows: activities, and no person. */
export interface OpenShortlist {
  readonly locale: Locale
  /** Those that are still held, as they are now. */
  readonly activities: readonly ActivityView[]
}

/**
 * Opens a shortlist for whoever has its link. The look stands in the audit log.
 * @returns undefined when there is none, or it may not be seen any more: its days are over, the consent that it rests on
 *   was withdrawn, the client is not to be contacted. Nobody is told which.
 */
export async function openShortlist(
  ctx: Context,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<OpenShortlist | undefined> {
  const shortlist = await ctx.store.find(Shortlist, id)
  if (shortlist === undefined || !isLinkCode(code, shortlist.code)) return undefined
  if (!['queued', 'sent'].includes(shortlist.status) || ctx.today > shortlist.expiresOn) return undefined
  const [client, consent, found] = await Promise.all([
    ctx.store.find(Client, shortlist.client),
    ctx.store.find(Consent, shortlist.consent),
    Promise.all(shortlist.activities.map(({ activity }) => findActivity(ctx, activity))),
  ])
  if (client?.status !== 'active' || client.doNotContact || consent?.status !== 'given') return undefined
  await ctx.store.auditAccess({ access: 'read', client: client.id, information: ['shortlist'] })
  const held = found.flatMap((activity) => (activity?.status === 'active' ? [activity] : []))
  return { locale: shortlist.locale, activities: await viewsOf(ctx, held) }
}
