import type { HonoRequest } from 'hono'
import { Refusal } from '../../../shared/core/errors.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser sends the session cookie whoever wrote the page, so a write by cookie must show that one of our own pages
 * made it: by `Origin`, which pages cannot forge, and `Sec-Fetch-Site` where the browser sends it.
 * @throws Refusal 403 `cross-site` otherwise.
 */
export function checkOrigin(req: HonoRequest, publicUrl: string): void {
  if (safe.has(req.method)) return
  const site = req.header('Sec-Fetch-Site')
  const isOwn = req.header('Origin') === new URL(publicUrl).origin && (site === undefined || site === 'same-origin')
  if (!isOwn) throw new Refusal('cross-site', 403)
}
