import type { Context } from '../core/context.ts'
import type { Holdings } from '../db/holdings.ts'
import type { TenantStore } from '../db/store.ts'
import type { RegisteredCentre } from '../db/system-store.ts'
import type { Target } from './target.ts'

/** What lets a centre go, bound to that centre. */
export interface Means {
  readonly holdings: Holdings
  /** The product itself at work in the centre. */
  readonly store: TenantStore
  readonly target: Target
  readonly system: {
    findRegistered(id: string): Promise<RegisteredCentre | undefined>
    registerCentre(line: RegisteredCentre): Promise<void>
    signOut(subject: string, at: string): Promise<void>
  }
  readonly people: { remove(subject: string): Promise<void> }
  /** The product itself in another centre: whose clients waited for a place that this one held. */
  contextOf(tenant: string): Promise<Context>
  /** ISO instant with milliseconds. */
  now(): string
  /** Aborted when there is no more time: what is left is for the next run. */
  readonly signal: AbortSignal
}
