/** One thing wrong with what was sent, and where: a JSON pointer into the body (`#/names/given`). */
export interface Fault {
  readonly pointer: string
  readonly detail: string
}

/** A refusal in the API's own words (RFC 9457), in the language of the page. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  /** The last part of the problem's `type`: `precondition-failed`. Empty when nothing was heard from the API. */
  readonly code: string
  readonly detail: string
  readonly reference: string | undefined
  readonly faults: readonly Fault[]
  /** What else the refusal says, by name: `candidates` of a possible duplicate. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(status: number, body: Record<string, unknown> = {}) {
    const { type = '', title = '', detail = '', errors = [], instance, ...more } = body
    super(String(title))
    this.status = status
    this.code = last(type)
    this.detail = String(detail)
    this.reference = last(instance) || undefined
    this.faults = errors as readonly Fault[]
    this.more = more
  }

  /** Nobody answered: the network, or the machine, is away. */
  get isOffline(): boolean {
    return this.status === 0
  }
}

/** The part of a URN that says what is meant. */
function last(urn: unknown): string {
  return (
    String(urn ?? '')
      .split(':')
      .at(-1) ?? ''
  )
}
