import type { Client } from '../clients/schema.ts'
import { Conflict } from '../core/errors.ts'
import { dialled } from '../core/phone.ts'

/**
 * Where a message by this channel reaches a client, and nobody else: a number that was said to be safe for texts, an
 * address of the client's own. To somebody who may be in danger nothing goes that was not said to be safe.
 * @returns a number as the network dials it, or an address.
 * @throws Conflict `do-not-contact`; `no-safe-way`.
 */
export function wayTo(
  { doNotContact, safeContact, contactPoints }: Pick<Client, 'doNotContact' | 'safeContact' | 'contactPoints'>,
  channel: 'sms' | 'email',
): string {
  if (doNotContact) throw new Conflict('do-not-contact')
  const ways = contactPoints
    .filter(({ use }) => use !== 'somebody-else')
    .toSorted((a, b) => Number(b.preferred) - Number(a.preferred))
    .flatMap(({ system, value, safe }) => {
      if (channel === 'sms') return (system === 'phone' && safe.text && dialled(value)) || []
      return system === 'email' && !safeContact ? value : []
    })
  const [way] = ways
  if (way === undefined) throw new Conflict('no-safe-way')
  return way
}
