import * as client from 'openid-client'
import { newBrowser } from './browser.ts'

export interface Tokens {
  readonly accessToken: string
  readonly idToken: string
  readonly refreshToken: string
}

/**
 * Signs a person in as a browser would: code flow with PKCE, the provider's page, its form sent as that person.
 * @throws Error when the provider refuses the request or does not know the person.
 */
export async function signIn(options: {
  issuer: string
  clientId: string
  redirectUri: string
  subject: string
}): Promise<Tokens> {
  const { issuer, clientId, redirectUri, subject } = options
  const insecure = { execute: [client.allowInsecureRequests] }
  const server = await client.discovery(new URL(issuer), clientId, undefined, client.None(), insecure)
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const request = client.buildAuthorizationUrl(server, {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
  })
  const answer = await choose(request, redirectUri, subject)
  const tokens = await client.authorizationCodeGrant(server, answer, { pkceCodeVerifier, expectedState })
  if (!tokens.id_token || !tokens.refresh_token) throw new Error(`${issuer} gave no ID token or no refresh token.`)
  return { accessToken: tokens.access_token, idToken: tokens.id_token, refreshToken: tokens.refresh_token }
}

/** Follows redirects, sends the form of the page they lead to, and stops where the client would take over. */
async function choose(request: URL, redirectUri: string, subject: string): Promise<URL> {
  const visit = newBrowser()
  let place = request
  let response = await visit(place)
  let sent = false
  while (!place.href.startsWith(redirectUri)) {
    const location = response.headers.get('location')
    if (location) {
      place = new URL(location, place)
      if (!place.href.startsWith(redirectUri)) response = await visit(place)
    } else if (response.ok && !sent) {
      response = await visit(place, { subject })
      sent = true
    } else {
      throw new Error(`${place.origin} did not sign ${subject} in (${response.status}): ${await plain(response)}`)
    }
  }
  return place
}

/** What a page says, for an error's message. */
async function plain(response: Response): Promise<string> {
  const main = /<main>.*<\/main>/s.exec(await response.text())?.[0] ?? ''
  return main
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
}
