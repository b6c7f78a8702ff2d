import type { JWTVerifyGetKey } from 'jose'
import { parseApiKey, secretMatches } from '../../../shared/core/api-key.ts'
import type { Actor, Context } from '../../../shared/core/context.ts'
import { Unauthenticated } from '../../../shared/core/errors.ts'
import { permissionsOfRoles, permissionsOfScopes } from '../../../shared/core/permissions.ts'
import type { Locale } from '../../../shared/core/text.ts'
import type { Staff } from '../../../shared/staff/schema.ts'
import type { Deps } from '../deps.ts'
import { remembered } from './cache.ts'
import { currentSession, sessionCookie } from './session.ts'
import { tokenVerifier } from './token.ts'

/** A caller whose credentials held. */
export interface Caller extends Pick<Context, 'actor' | 'permissions' | 'centre'> {
  /** Signed in by cookie: what the browser sends by itself, so writes need proof of their origin. */
  readonly byCookie: boolean
  readonly locale: Locale
  readonly name: string
}

export interface Credentials {
  readonly authorization: string | undefined
  readonly cookie: string | undefined
}

/** Tells who calls, from a bearer access token, a partner's API key, or the session cookie: the first that is there. */
export function authenticator(deps: Deps, keys?: JWTVerifyGetKey) {
  const verify = tokenVerifier(deps.config.oidc, keys)
  const { system } = deps
  const findPerson = remembered((_, subject = '') => system.findPerson(subject))
  const findStaff = remembered((_, tenant = '', id = '') => system.findStaff(tenant, id))
  const findCentre = remembered((_, tenant = '') => system.findCentre(tenant))
  const findKey = remembered((_, tenant = '', id = '') => system.findKey(tenant, id))

  /** @throws Unauthenticated when there are no credentials, or they do not hold. */
  return async function authenticate({ authorization, cookie }: Credentials): Promise<Caller> {
    const now = deps.now()
    const [scheme, credential] = authorization?.split(' ') ?? []
    if (authorization !== undefined) {
      if (scheme?.toLowerCase() !== 'bearer' || !credential) throw new Unauthenticated()
      if (credential.startsWith('rxc_')) return partnerWith(credential, now)
      return personWith(await verify(credential, now), now, false)
    }
    const session = await currentSession(deps, sessionCookie(cookie), now)
    if (session?.person === undefined) throw new Unauthenticated()
    return personWith(session.person.subject, now, true)
  }

  async function personWith(subject: string, now: string, byCookie: boolean): Promise<Caller> {
    const person = await findPerson(now, subject)
    if (person === undefined) throw new Unauthenticated()
    const [staff, centre] = await Promise.all([
      findStaff(now, person.tenant, person.staff),
      findCentre(now, person.tenant),
    ])
    if (staff?.status !== 'active' || centre?.status !== 'active') throw new Unauthenticated()
    return {
      actor: actorOf(staff),
      permissions: permissionsOfRoles(staff.roles),
      centre,
      byCookie,
      locale: staff.locale,
      name: staff.name,
    }
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
      byCookie: false,
      locale: centre.locale,
      name: key.name,
    }
  }
}

function actorOf(staff: Staff): Actor {
  return { id: staff.id, kind: 'person', roles: staff.roles }
}
