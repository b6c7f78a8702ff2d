import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway'
import { securityHeaders } from '../functions/api/security-headers.ts'
import { NotFound, Refusal, Throttled } from '../shared/core/errors.ts'
import { internal, type Problem, problemOf } from '../shared/core/problem.ts'

const patienceSeconds = 5

/** What the gateway refuses by itself, and what it means to the caller. Other refusals are the functions' own. */
const refusals = [
  [ResponseType.THROTTLED, new Throttled(patienceSeconds)],
  [ResponseType.REQUEST_TOO_LARGE, new Refusal('too-large', 413)],
  [ResponseType.WAF_FILTERED, new Refusal('blocked', 403)],
  // What it says for an address it does not know.
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, new NotFound()],
  [ResponseType.INTEGRATION_TIMEOUT, new Throttled(patienceSeconds)],
  [ResponseType.INTEGRATION_FAILURE, internal],
  [ResponseType.DEFAULT_5XX, internal],
] as const

/** The gateway's own refusals as problem documents like all others, in both languages: it reads no Accept-Language. */
export function answerInProblems(rest: RestApi): void {
  for (const [type, refusal] of refusals) {
    rest.addGatewayResponse(`On-${type.responseType}`, {
      type,
      statusCode: String(refusal.status),
      responseHeaders: quoted({
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        ...securityHeaders,
        // The gateway's own quotes leave no room for the policy that other answers carry; this one allows no more.
        'Content-Security-Policy': 'sandbox',
        ...(refusal instanceof Throttled && { 'Retry-After': String(patienceSeconds) }),
      }),
      templates: { 'application/json': JSON.stringify(inBothLanguages(refusal)) },
    })
  }
}

/** As the gateway takes a value that is meant to the letter. */
function quoted(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`]))
}

function inBothLanguages(refusal: Refusal): Problem {
  // The gateway puts its request's id where the stand-in is.
  const [english, french] = (['en', 'fr'] as const).map((locale) => problemOf(refusal, locale, '$context.requestId'))
  const both = (field: 'title' | 'detail') => [english, french].map((problem) => problem?.[field]).join(' / ')
  return { ...english, title: both('title'), detail: both('detail') } as Problem
}
