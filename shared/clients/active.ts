import { Conflict, NotFound } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import { Client } from './schema.ts'

/** What anything new about a client needs to hold when it is written: the client is there, and not merged away. */
export function clientIsActive(id: string): Check {
  return {
    kind: Client,
    id,
    status: 'active',
    refusal: (isThere) => (isThere ? new Conflict('client-merged') : new NotFound()),
  }
}
