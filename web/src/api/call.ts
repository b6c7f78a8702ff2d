import { locale } from '../i18n/locale.ts'
import type { Answer, Input, Operation, OperationId } from './operation.ts'
import { Problem } from './problem.ts'

interface Request {
  readonly params?: Record<string, string>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
  readonly ifMatch?: number
}

/** An answer, and whether a client's directive withholds a part of what was asked for. */
export type Answered<K extends OperationId> = Answer<K> & { readonly isIncomplete?: true }

export interface CallOptions {
  readonly signal?: AbortSignal
  /** The same for a request that is sent again: it has one effect. */
  readonly key?: string
}

/** When the API last heard from this page, in milliseconds of the page's clock: sessions end by idling. */
export const heard = { at: Date.now() }

/**
 * Calls an operation of the API with the session's cookie.
 * @throws Problem in the page's language, whatever went wrong; its status is 0 when nobody answered.
 */
export async function call<K extends OperationId>(
  operation: Operation<K>,
  input: Input<K>,
  options: CallOptions = {},
): Promise<Answered<K>> {
  const response = await send(operation, input, 'application/json', options)
  const answer = response.status === 204 ? {} : await response.json().catch(() => ({}))
  const isIncomplete = response.headers.has('Information-Incomplete')
  return isIncomplete ? { ...answer, isIncomplete } : answer
}

/**
 * The answer of a read as a file of rows, in the page's language, under the name that the API gives it.
 * @throws Problem as above.
 */
export async function callForFile<K extends OperationId>(
  operation: Operation<K>,
  input: Input<K>,
): Promise<{ name: string; content: Blob }> {
  const response = await send(operation, input, 'text/csv', {})
  const [, name = 'rx.csv'] = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? []
  return { name, content: await response.blob() }
}

async function send<K extends OperationId>(
  operation: Operation<K>,
  input: Input<K>,
  form: string,
  { signal, key }: CallOptions,
): Promise<Response> {
  const { params = {}, query = {}, body, ifMatch } = input as Request
  const response = await fetch(`${pathOf(operation.path, params)}${searchOf(query)}`, {
    method: operation.method.toUpperCase(),
    headers: {
      Accept: form,
      'Accept-Language': locale(),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new Problem(0)
  })
  if (response.status !== 401) heard.at = Date.now()
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})))
  return response
}

function pathOf(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

function searchOf(query: Record<string, unknown>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
