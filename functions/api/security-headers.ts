import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

/** Nothing of an answer is to be run, framed, sent or fetched from: it is data. */
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What every answer carries beside its Content-Security-Policy. */
export const securityHeaders = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': ['accelerometer', 'camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
    .map((feature) => `${feature}=()`)
    .join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Permitted-Cross-Domain-Policies': 'none',
} as const

/** Puts the headers on whatever is answered. A page that says its own Content-Security-Policy keeps it. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value)
  if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', dataPolicy)
}

/**
 * The Content-Security-Policy of a page that this server wrote: no script, nothing from elsewhere, the one style sheet
 * that it holds.
 * @param style the text between `<style>` and `</style>`, to the letter.
 */
export function pagePolicy(style: string): string {
  const digest = createHash('sha256').update(style).digest('base64')
  return `${dataPolicy}; style-src 'sha256-${digest}'`
}
