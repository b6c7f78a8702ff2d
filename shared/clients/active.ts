import { Conflict, NotFound } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import { Client } from './schema.ts'

/** What anything new about a client needs to hold when it is written: the client is there, and not merged away. */
export function clientIsActive(id: string): Check {
  return {
    kind: Client,
    id,
    status: 'active',
    refusal: (isThere, client) => (isThere ? mergedAway(client as Client | undefined) : new NotFound()),
  }
}

/** Refuses what is meant for a record that went into another, and says which that is. */
export function mergedAway(client: Pick<Client, 'mergedInto'> | undefined): Conflict {
  return new Conflict('client-merged', {}, { mergedInto: client?.mergedInto })
}
