import { createHash, randomBytes } from 'node:crypto'
import { parse } from 'hono/utils/cookie'
import type { SessionEnd } from '../../../shared/core/context.ts'
import { addSeconds } from '../../../shared/core/time.ts'
import type { Session } from '../../../shared/db/system-store.ts'
import type { Deps } from '../deps.ts'

/** `__Host-`: only this host set it, over a secure channel, for the whole site. */
export const cookieName = '__Host-rxc'
const idleMinutes = 30
export const absoluteSeconds = 12 * 3600
const touchEverySeconds = 60

/** A new cookie value and the digest it is kept under. */
export function newHandle(): { value: string; digest: string } {
  const value = randomBytes(32).toString('base64url')
  return { value, digest: digestOf(value) }
}

export function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}

/** The session cookie's value in a `Cookie` header. */
export function sessionCookie(header: string | undefined): string | undefined {
  return header === undefined ? undefined : parse(header, cookieName)[cookieName]
}

/**
 * The session of a cookie value, if it was used within 30 minutes and began within 12 hours; its last use is noted at
 * most once a minute.
 */
export async function currentSession(
  { system }: Pick<Deps, 'system'>,
  value: string | undefined,
  now: string,
): Promise<Session | undefined> {
  if (value === undefined) return undefined
  const session = await system.findSession(digestOf(value))
  if (session === undefined || Date.parse(now) / 1000 > session.expires) return undefined
  if (secondsBetween(session.createdAt, now) > absoluteSeconds) return undefined
  const idle = secondsBetween(session.seenAt, now)
  if (idle > idleMinutes * 60) return undefined
  if (idle >= touchEverySeconds) await system.touchSession({ ...session, seenAt: now })
  return session
}

/** How long a session lasts. */
export function endOf({ createdAt }: Pick<Session, 'createdAt'>): SessionEnd {
  return { endsAt: addSeconds(createdAt, absoluteSeconds), idleMinutes }
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
