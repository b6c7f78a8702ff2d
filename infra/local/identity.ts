import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Configuration, Provider } from 'oidc-provider'
import { type IdentityKeys, loadKeys } from './identity-keys.ts'
import { errorPage, signedOutPage, signOutPage } from './identity-pages.ts'
import { memoryAdapter } from './identity-store.ts'
import { complain } from './poll.ts'
import { pathOfSignIn, signInRoutes } from './sign-in-routes.ts'

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

const hour = 3_600
const twoWeeks = 14 * 24 * hour

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

function configuration(options: IdentityOptions, keys: IdentityKeys): Configuration {
  const { audience, clientId, people } = options
  return {
    adapter: memoryAdapter(),
    jwks: keys.jwks,
    cookies: { keys: [keys.cookies], names: { session: 'idp', interaction: 'idp-sign-in', resume: 'idp-resume' } },
    clients: [
      {
        client_id: clientId,
        redirect_uris: [...options.redirectUris],
        post_logout_redirect_uris: [...new Set(options.redirectUris.map((uri) => new URL('/', uri).href))],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    responseTypes: ['code'],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub', 'name'], profile: ['name'] },
    pkce: { required: () => true },
    async findAccount(_, subject) {
      const person = (await people()).find((someone) => someone.subject === subject)
      return person && { accountId: subject, claims: () => ({ sub: subject, name: person.name }) }
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      // What a client may know of the person is in the ID token.
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenTTL: hour,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: { enabled: true, logoutSource: signOutPage, postLogoutSuccessSource: signedOutPage },
    },
    // The grant that a consent page would make.
    async loadExistingGrant({ oidc }) {
      const known = oidc.session?.grantIdFor(clientId)
      const existing = known && (await oidc.provider.Grant.find(known))
      if (existing) return existing
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid profile')
      grant.addResourceScope(audience, '')
      await grant.save()
      return grant
    },
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    clientBasedCORS: () => false,
    interactions: { url: (_, interaction) => pathOfSignIn(interaction.uid) },
    discovery: { ui_locales_supported: ['en', 'fr'] },
    renderError: errorPage,
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      Grant: twoWeeks,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: twoWeeks,
      Session: 12 * hour,
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  return promise
}

function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  server.closeAllConnections()
  return promise
}
