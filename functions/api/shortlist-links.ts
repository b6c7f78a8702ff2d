import { Hono } from 'hono'
import { allianceId, CentreSchema } from '../../shared/centres/schema.ts'
import { linkCodePattern } from '../../shared/core/link-code.ts'
import { openShortlist } from '../../shared/shortlists/index.ts'
import { remembered } from './auth/cache.ts'
import { contextFor, type Deps } from './deps.ts'
import { addressOf } from './limits/address.ts'
import { limited } from './limits/limited.ts'
import type { Env } from './operation.ts'
import { style } from './pages/page.ts'
import { missingPage } from './pages/printed-code.ts'
import { shortlistPage } from './pages/shortlist.ts'
import { pagePolicy } from './security-headers.ts'

/** What an id of a shortlist ends in. */
const endPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/

/**
 * The page behind a link that a client was sent, for whoever has the link. A wrong code, another centre's and one that
 * opens no more get the same answer.
 */
export function shortlistLinks(deps: Deps) {
  const routes = new Hono<Env>()
  const findCentre = remembered((_, id = '') => deps.system.findCentre(id))
  const shown = { 'Content-Security-Policy': pagePolicy(style), 'X-Robots-Tag': 'noindex' }
  routes.get('/:centre/:shortlist/:code', async (c) => {
    await limited(c, 'page', addressOf(c))
    c.set('operation', 'openShortlist')
    const { centre: id, shortlist, code } = c.req.param()
    const isAddress = endPattern.test(shortlist) && linkCodePattern.test(code) && isCentre(id)
    const centre = isAddress ? await findCentre(deps.now(), id) : undefined
    if (centre?.status !== 'active') return c.html(missingPage(c.var.locale).html, 404, shown)
    const actor = { id: 'link', kind: 'system', roles: [] } as const
    const ctx = contextFor(
      deps,
      { actor, permissions: new Set(), centre, locale: centre.locale },
      { requestId: c.var.requestId, purpose: 'openShortlist', now: deps.now() },
    )
    const opened = await openShortlist(ctx, { id: `shortlist_${shortlist}`, code })
    if (opened === undefined) {
      await ctx.store.audit('not-found')
      return c.html(missingPage(c.var.locale).html, 404, shown)
    }
    c.set('locale', opened.locale)
    return c.html(shortlistPage(opened, centre).html, 200, shown)
  })
  return routes
}

function isCentre(id: string): boolean {
  return CentreSchema.shape.id.safeParse(id).success && id !== allianceId
}
