import type { TestApi } from './api.ts'

export interface Sent {
  readonly body?: unknown
  readonly ifMatch?: number
  readonly headers?: Record<string, string>
}

export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

/** Somebody with credentials (or, with an empty one, nobody), and the requests they make of whichever app answers. */
export class Caller {
  readonly id: string
  /** Its token or API key. */
  readonly credential: string
  readonly #api: TestApi

  constructor(api: TestApi, id: string, credential: string) {
    this.#api = api
    this.id = id
    this.credential = credential
  }

  get<T>(path: string, sent: Sent = {}): Promise<Answer<T>> {
    return this.send('GET', path, sent)
  }

  post<T>(path: string, body?: unknown, sent: Sent = {}): Promise<Answer<T>> {
    return this.send('POST', path, { ...sent, body })
  }

  patch<T>(path: string, body: unknown, sent: Sent = {}): Promise<Answer<T>> {
    return this.send('PATCH', path, { ...sent, body })
  }

  /** Does what must succeed, and returns the body. */
  async must<T>(method: string, path: string, sent: Sent = {}): Promise<T> {
    const answer = await this.send<T>(method, path, sent)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  async send<T>(method: string, path: string, { body, ifMatch, headers }: Sent = {}): Promise<Answer<T>> {
    const { app, adminApp } = this.#api
    const response = await (path.startsWith('/v1/admin/') ? adminApp : app).request(`https://rx.test${path}`, {
      method,
      headers: {
        ...(this.credential && { Authorization: `Bearer ${this.credential}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isFile = response.headers.get('Content-Type')?.startsWith('text/')
    const read = () => (text ? JSON.parse(text) : undefined)
    return { status: response.status, body: (isFile ? text : read()) as T, headers: response.headers }
  }
}
