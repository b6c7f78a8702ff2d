import { Hono } from 'hono'
import { allianceId, CentreSchema } from '../../shared/centres/schema.ts'
import { printedCodePattern } from '../../shared/prescriptions/printed-code.ts'
import { remembered } from './auth/cache.ts'
import type { Deps } from './deps.ts'
import { addressOf } from './limits/address.ts'
import { limited } from './limits/limited.ts'
import type { Env } from './operation.ts'
import { style } from './pages/page.ts'
import { missingPage, printedCodePage } from './pages/printed-code.ts'
import { pagePolicy } from './security-headers.ts'

/**
 * The page behind the code on a printed prescription, for whoever has the paper. It says the same for every code, whether
 * or not there is such a prescription: nothing but the centre is looked up.
 */
export function printedCodes({ system, now }: Deps) {
  const routes = new Hono<Env>()
  const findCentre = remembered((_, id = '') => system.findCentre(id))
  const shown = { 'Content-Security-Policy': pagePolicy(style) }
  routes.get('/:centre/:code', async (c) => {
    await limited(c, 'page', addressOf(c))
    const { centre: id, code } = c.req.param()
    const isAddress = printedCodePattern.test(code) && CentreSchema.shape.id.safeParse(id).success && id !== allianceId
    const centre = isAddress ? await findCentre(now(), id) : undefined
    if (centre?.status !== 'active') return c.html(missingPage(c.var.locale).html, 404, shown)
    return c.html(printedCodePage(c.var.locale, centre).html, 200, shown)
  })
  return routes
}
