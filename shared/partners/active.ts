import { Conflict, NotFound } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import { Partner } from './schema.ts'

/** What anything new for a partner needs to hold when it is written: the centre works with it. */
export function partnerIsActive(id: string): Check {
  return {
    kind: Partner,
    id,
    status: 'active',
    refusal: (isThere) => (isThere ? new Conflict('partner-inactive') : new NotFound()),
  }
}
