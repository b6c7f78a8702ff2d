import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { errors, type Provider } from 'oidc-provider'
import type { SignInPerson } from './identity.ts'
import { respond, signInPage, startAgainPage } from './identity-pages.ts'
import { languageOf } from './identity-words.ts'
import { complain } from './poll.ts'

const prefix = '/sign-in/'

/** Where a person is chosen for one sign-in. */
export function pathOfSignIn(uid: string): string {
  return `${prefix}${uid}`
}

/** The page to choose a person on, and what happens when its form is sent. */
export function signInRoutes(provider: Provider, people: () => Promise<readonly SignInPerson[]>) {
  return { serves: (request: IncomingMessage) => request.url?.startsWith(prefix) ?? false, serve }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', provider.issuer).searchParams.get('lang')
    try {
      const { params } = await provider.interactionDetails(request, response)
      if (request.method === 'POST' && (await choose(request, response))) return
      respond(response, 200, await signInPage(await people(), languageOf(asked ?? params.ui_locales)))
    } catch (error) {
      // No such sign-in, or none of this browser's.
      const over = error instanceof errors.SessionNotFound
      if (!over) complain(error)
      respond(response, over ? 400 : 500, await startAgainPage(languageOf(asked)))
    }
  }

  /** @returns false for a person who is not, or no longer, on the list. */
  async function choose(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const accountId = new URLSearchParams(await text(request)).get('subject')
    if (!accountId || !(await people()).some((person) => person.subject === accountId)) return false
    await provider.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false })
    return true
  }
}
