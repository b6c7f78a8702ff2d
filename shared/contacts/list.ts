import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import { Referral } from '../referrals/schema.ts'
import type { Contact } from './schema.ts'

/**
 * The contacts of a referral in the order they happened, the newest last, those entered in error among them.
 * @throws NotFound for a referral that is not this centre's.
 */
export async function listContacts(
  ctx: Context,
  { referral, ...page }: { readonly referral: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Contact>> {
  ctx.require('contacts:read')
  const [contacts] = await Promise.all([
    ctx.store.query<Contact>({ index: 'list', partition: `OF#${referral}`, begins: 'CONTACT#', ...page }),
    ctx.store.get(Referral, referral),
  ])
  return contacts
}
