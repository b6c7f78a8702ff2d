import type { JWTVerifyGetKey } from 'jose'
import { parseApiKey, secretMatches } from '../../../shared/core/api-key.ts'
import type { Context } from '../../../shared/core/context.ts'
import { Unauthenticated } from '../../../shared/core/errors.ts'
import { permissionsOfScopes } from '../../../shared/core/permissions.ts'
import type { Deps } from '../deps.ts'
import { arrived } from './arrival.ts'
import { remembered } from './cache.ts'
import { type Member, memberOf } from './member.ts'
import { currentSession, endOf, sessionCookie } from './session.ts'
import { tokenVerifier } from './token.ts'

/** A caller whose credentials held. A session's cookie is sent by the browser itself, so writes need proof of their origin. */
export type Caller = Member & Pick<Context, 'session'>

export interface Credentials {
  readonly authorization: string | undefined
  readonly cookie: string | undefined
}

/** Tells who calls, from a bearer access token, a partner's API key, or the session cookie: the first that is there. */
export function authenticator(deps: Deps, keys?: JWTVerifyGetKey) {
  const verify = tokenVerifier(deps.config.oidc, keys)
  const { system } = deps
  const findPerson = remembered((_, subject = '') => system.findPerson(subject))
  const findSignOut = remembered((_, subject = '') => system.findSignOut(subject))
  const findStaff = remembered((now, tenant = '', id = '') => arrived(deps, tenant, id, now))
  const findCentre = remembered((_, tenant = '') => system.findCentre(tenant))
  const findKey = remembered((_, tenant = '', id = '') => system.findKey(tenant, id))

  /** @throws Unauthenticated when there are no credentials, or they do not hold. */
  return async function authenticate({ authorization, cookie }: Credentials): Promise<Caller> {
    const now = deps.now()
    const [scheme, credential] = authorization?.split(' ') ?? []
    if (authorization !== undefined) {
      if (scheme?.toLowerCase() !== 'bearer' || !credential) throw new Unauthenticated()
      if (credential.startsWith('rxc_')) return partnerWith(credential, now)
      const { subject, issuedAt } = await verify(credential, now)
      return personWith(subject, issuedAt, now)
    }
    const session = await currentSession(deps, sessionCookie(cookie), now)
    if (session?.person === undefined) throw new Unauthenticated()
    return { ...(await personWith(session.person.subject, session.createdAt, now)), session: endOf(session) }
  }

  /** @param since when the credential was issued: signing out ends all that were issued until then. */
  async function personWith(subject: string, since: string, now: string): Promise<Member> {
    const [person, signOut] = await Promise.all([findPerson(now, subject), findSignOut(now, subject)])
    if (person === undefined || since <= (signOut?.at ?? '')) throw new Unauthenticated()
    const [staff, centre] = await Promise.all([
      findStaff(now, person.tenant, person.staff),
      findCentre(now, person.tenant),
    ])
    const member = memberOf(staff, centre)
    if (member === undefined) throw new Unauthenticated()
    return member
  }

  async function partnerWith(text: string, now: string): Promise<Caller> {
    const parsed = parseApiKey(text)
    if (parsed?.environment !== deps.config.environment) throw new Unauthenticated()
    const [key, centre] = await Promise.all([findKey(now, parsed.centre, parsed.id), findCentre(now, parsed.centre)])
    if (key === undefined || !secretMatches(parsed.secret, key.digest)) throw new Unauthenticated()
    if (key.revokedAt !== undefined || key.expiresAt <= now || centre?.status !== 'active') throw new Unauthenticated()
    return {
      actor: { id: key.id, kind: 'partner', roles: key.scopes, partner: key.partner },
      permissions: permissionsOfScopes(key.scopes),
      centre,
      locale: centre.locale,
    }
  }
}
