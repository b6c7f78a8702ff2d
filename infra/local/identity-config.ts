import type { Configuration } from 'oidc-provider'
import type { IdentityOptions } from './identity.ts'
import type { IdentityKeys } from './identity-keys.ts'
import { errorPage, signedOutPage, signOutPage } from './identity-pages.ts'
import { memoryAdapter } from './identity-store.ts'
import { pathOfSignIn } from './sign-in-routes.ts'

const hour = 3_600
const twoWeeks = 14 * 24 * hour

/** What the provider does and does not do. Everything it would warn about when left to its default is set. */
export function configuration(options: IdentityOptions, keys: IdentityKeys): Configuration {
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
