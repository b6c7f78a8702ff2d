import { securityHeaders } from '../functions/api/security-headers.ts'

/**
 * What every file of the console is served with, in the cloud and on one machine. Scripts, styles and images come as
 * files from the console's own origin; nothing inline runs or applies, nothing comes from or goes anywhere else.
 */
export const consoleHeaders = {
  ...securityHeaders,
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
} as const

/** Paths that the API answers; the console has all others. */
export const apiPaths = ['/v1', '/auth', '/p', '/s', '/health', '/docs', '/openapi.json'] as const

/** Files whose names change with their content may be kept for good; the page that names them is asked for anew. */
export const keepForever = 'public, max-age=31536000, immutable'
export const askAgain = 'no-cache'
