import { clientIsActive } from '../clients/active.ts'
import type { Client } from '../clients/schema.ts'
import { Conflict } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import type { Contact } from './schema.ts'

/** Ways of reaching out to somebody, as against meeting: what a client may have asked us not to do. */
const remote: readonly Contact['channel'][] = ['phone', 'text', 'e-mail', 'letter', 'video']

/**
 * What a contact by this channel needs to hold of the client when it is written. Checked with the write itself, so that
 * no contact slips in beside "do not contact".
 */
export function clientIsReachable(id: string, channel: Contact['channel']): Check {
  const active = clientIsActive(id)
  if (!remote.includes(channel)) return active
  return {
    ...active,
    fields: { doNotContact: false },
    refusal: (isThere, client) =>
      isThere && (client as Client).status === 'active'
        ? new Conflict('do-not-contact')
        : active.refusal(isThere, client),
  }
}
