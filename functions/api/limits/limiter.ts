import { createHmac } from 'node:crypto'
import { type PolicyName, policies } from './policies.ts'

/** What is left to a caller under a policy, this request counted. */
export interface Use {
  readonly isOver: boolean
  readonly remaining: number
  /** Whole seconds until the window ends, at least 1. */
  readonly seconds: number
  /** Resolves when the other copies of the function can know of it. */
  readonly shared: Promise<void>
}

/** The count that all copies share. */
export interface SharedCounts {
  /** @returns the count with what was added. */
  addUses(counter: string, uses: number, expires: number): Promise<number>
}

interface Window {
  /** Epoch second. */
  readonly start: number
  /** Counted by every copy of the function, as far as this one knows. */
  known: number
  /** Counted here and not shared yet. */
  own: number
}

/** A count is shared each time it has grown by this part of the quota. */
const parts = 40
const mostWindows = 10_000

/**
 * Counts what callers use, in fixed windows, in the memory of this copy of the function; each fortieth of a quota is
 * added to a count in the database that all copies share, and what that stands at comes back. See
 * `docs/adr/0008-rate-limits.md` for what that costs and how far it may be off.
 */
export class Limiter {
  readonly #counts: SharedCounts
  readonly #secret: string
  readonly #windows = new Map<string, Window>()

  /** @param secret keys the digests that callers are counted under, so that the database holds no address. */
  constructor(counts: SharedCounts, secret: string) {
    this.#counts = counts
    this.#secret = secret
  }

  /** Counts one request. A request over the quota costs nothing: it is not counted, and nothing is written for it. */
  use(name: PolicyName, who: string, now: string): Use {
    const { quota, window: length } = policies[name]
    const at = Math.floor(Date.parse(now) / 1000)
    const start = at - (at % length)
    const counter = `${name}#${createHmac('sha256', this.#secret).update(who).digest('base64url')}`
    const window = this.#windowOf(counter, start)
    const seconds = start + length - at
    const isOver = window.known + window.own >= quota
    if (!isOver) window.own += 1
    const remaining = Math.max(0, quota - window.known - window.own)
    const shares = window.own >= Math.ceil(quota / parts)
    return { isOver, remaining, seconds, shared: shares ? this.#share(counter, window, length) : Promise.resolve() }
  }

  #windowOf(counter: string, start: number): Window {
    const known = this.#windows.get(counter)
    const window = known?.start === start ? known : { start, known: 0, own: 0 }
    this.#windows.delete(counter)
    this.#windows.set(counter, window)
    const oldest = this.#windows.keys().next().value
    if (this.#windows.size > mostWindows && oldest !== undefined) this.#windows.delete(oldest)
    return window
  }

  async #share(counter: string, window: Window, length: number): Promise<void> {
    const uses = window.own
    window.own = 0
    window.known += uses
    // Kept until the window is over for every clock.
    const total = await this.#counts.addUses(`${counter}#${window.start}`, uses, window.start + 2 * length)
    window.known = Math.max(window.known, total)
  }
}
