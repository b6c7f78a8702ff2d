import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { configuration } from './identity-config.ts'
import { loadKeys } from './identity-keys.ts'
import { close, listen } from './listen.ts'
import { complain } from './poll.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** Someone who can be signed in as. */
export interface SignInPerson {
  readonly subject: string
  readonly name: string
  readonly roles: readonly string[]
  /** Name of the centre, as shown. */
  readonly centre: string
  readonly centreId: string
  /** Language the person works in. */
  readonly locale: 'en' | 'fr'
}

export interface IdentityOptions {
  /** 0 for any free one; the issuer's name changes with it, and tokens of the other issuer are void. */
  port: number
  /** Where the signing keys are kept, so that tokens outlive a restart. */
  directory: string
  clientId: string
  redirectUris: readonly string[]
  /** The `aud` of access tokens: an absolute URI. */
  audience: string
  /** Asked on every page, so people seeded later are there. */
  people: () => Promise<readonly SignInPerson[]>
}

export interface Identity {
  readonly issuer: string
  stop(): Promise<void>
}

/**
 * Starts an OpenID Connect provider in this process, on 127.0.0.1: authorization code with PKCE for one public client,
 * a page to choose a person on instead of a password, no consent. Access tokens are JWTs (RS256, one hour) that say of
 * the person only `sub`. After signing out, the client may be returned to the root of each redirect URI's origin.
 */
export async function startIdentity(options: IdentityOptions): Promise<Identity> {
  const keys = await loadKeys(options.directory)
  const server = createServer()
  const issuer = `http://127.0.0.1:${await listen(server, options.port)}`
  const provider = new Provider(issuer, configuration(options, keys))
  provider.on('server_error', (_, error) => complain(error))
  const others = provider.callback()
  const signIn = signInRoutes(provider, options.people)
  server.on('request', (request, response) => (signIn.serves(request) ? signIn.serve : others)(request, response))
  return { issuer, stop: () => close(server) }
}
