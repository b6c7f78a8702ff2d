import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import type { Prescription } from '../prescriptions/schema.ts'
import type { Consent } from './schema.ts'

/** Every consent of a client, given and withdrawn, oldest first. */
export function consentsOf(ctx: Context, client: string): Promise<Consent[]> {
  return ctx.store.queryAll<Consent>({ index: 'client', partition: `CLIENT#${client}`, begins: 'CONSENT#' })
}

/**
 * The consent on which sharing a prescription with its partner rests.
 * @throws Conflict `consent-missing` when no current one covers it: silence is a no.
 */
export async function consentToShare(
  ctx: Context,
  { client, partner, id }: Pick<Prescription, 'client' | 'id'> & { readonly partner: string },
): Promise<Consent> {
  const found = (await consentsOf(ctx, client)).find(
    ({ status, scope }) =>
      status === 'given' &&
      scope.kind === 'share' &&
      scope.partner === partner &&
      (scope.prescription === undefined || scope.prescription === id),
  )
  if (found === undefined) throw new Conflict('consent-missing', {}, { partner })
  return found
}
