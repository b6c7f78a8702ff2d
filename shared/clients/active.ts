import { Conflict, NotFound } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import { Client } from './schema.ts'

/** What anything new about a client needs to hold when it is written: the record is there, and takes new things. */
export function clientIsActive(id: string): Check {
  return {
    kind: Client,
    id,
    status: 'active',
    refusal: (isThere, client) => (isThere ? closedRecord(client as Client | undefined) : new NotFound()),
  }
}

/** Refuses what is meant for a record that went into another, and says which that is; or for one that is on its way out. */
export function closedRecord(client: Pick<Client, 'status' | 'mergedInto'> | undefined): Conflict {
  if (client?.status === 'disposing') return new Conflict('client-disposing')
  return new Conflict('client-merged', {}, { mergedInto: client?.mergedInto })
}
