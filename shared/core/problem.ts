import { say } from '../i18n/index.ts'
import { type Fault, InvalidInput, MethodNotAllowed, Refusal, Throttled, TooManyRequests } from './errors.ts'
import type { Locale } from './text.ts'

/** An RFC 9457 problem document. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[]
}

/** Prefix of every problem's stable `type`. */
export const problemType = 'urn:rx-community:problem:'

/** An unexpected failure: tells the caller nothing but the reference to ask about. */
export const internal = new Refusal('internal', 500)

/**
 * A refusal in the caller's words.
 * @param requestId becomes `instance`, the reference to quote when asking for help.
 */
export function problemOf(refusal: Refusal, locale: Locale, requestId: string): Problem {
  const { code, status, params, members } = refusal
  return {
    type: `${problemType}${code}`,
    title: say(locale, `problem.${code}.title`, params),
    status,
    detail: say(locale, `problem.${code}.detail`, wordsOf(params, locale)),
    instance: `urn:rx-community:request:${requestId}`,
    ...members,
    ...(refusal instanceof InvalidInput && { errors: refusal.faults.map((fault) => inWords(fault, locale)) }),
  }
}

/** Headers that go with a problem. */
export function problemHeaders(refusal: Refusal): Record<string, string> {
  if (refusal instanceof MethodNotAllowed) return { Allow: refusal.methods.join(', ') }
  const isPassing = refusal instanceof Throttled || refusal instanceof TooManyRequests
  return isPassing ? { 'Retry-After': String(refusal.retryAfterSeconds) } : {}
}

function inWords({ pointer, code, params = {} }: Fault, locale: Locale) {
  return { pointer, code, detail: say(locale, `fault.${code}`, params) }
}

/** Params that hold statuses. */
const ofStatuses: readonly string[] = ['from', 'to', 'allowed', 'status']

/** Statuses are codes in params and words in sentences: `on-hold` reads «en attente» in French. */
function wordsOf(params: Refusal['params'], locale: Locale): Refusal['params'] {
  const translate = (value: string) =>
    value
      .split(', ')
      .map((code) => say(locale, `status.${code}`))
      .join(', ')
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) =>
      ofStatuses.includes(name) && value !== '–' ? [name, translate(String(value))] : [name, value],
    ),
  )
}
