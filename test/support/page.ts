import type { Caller } from './caller.ts'
import type { TestCentre } from './centre.ts'

export interface PageAnswer {
  readonly status: number
  readonly html: string
  readonly headers: Headers
}

/** What a browser gets that asks for a page. */
export async function pageOf(at: TestCentre, caller: Caller, path: string): Promise<PageAnswer> {
  const response = await at.api.app.request(`https://rx.test${path}`, {
    headers: {
      Authorization: `Bearer ${caller.credential}`,
      Accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
    },
  })
  return { status: response.status, html: await response.text(), headers: response.headers }
}
