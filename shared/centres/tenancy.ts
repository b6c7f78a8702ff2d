import { type Entity, kind } from '../db/kind.ts'

/** What the Alliance did about a centre, kept with the Alliance: its own trail, and its answers to repeated requests. */
export interface Tenancy extends Entity {
  /** `begun` until every step of taking it on is done. */
  readonly status: 'begun' | 'active' | 'suspended'
  readonly at: string
}

export const Tenancy = kind<Tenancy>({ name: 'tenancy', table: 'platform' })
