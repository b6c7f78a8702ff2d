import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import type { Prescription } from '../prescriptions/schema.ts'
import { Consent } from './schema.ts'

type MessageScope = Extract<Consent['scope'], { readonly kind: 'messages' }>

/** Every consent of a client, given and withdrawn, oldest first. */
export function consentsOf(ctx: Context, client: string): Promise<Consent[]> {
  return ctx.store.queryAll<Consent>({ index: 'client', partition: `CLIENT#${client}`, begins: 'CONSENT#' })
}

/**
 * The consent on which writing to a client by a channel rests.
 * @throws Conflict `message-consent-missing` when there is no current one: silence is a no.
 */
export async function consentToMessages(
  ctx: Context,
  client: string,
  channel: MessageScope['channel'],
): Promise<Consent> {
  const found = (await consentsOf(ctx, client)).find(
    ({ status, scope }) => status === 'given' && scope.kind === 'messages' && scope.channel === channel,
  )
  if (found === undefined) throw new Conflict('message-consent-missing')
  return found
}

/** What rests on a consent needs it to be given when it is written: one withdrawn in the same instant wins. */
export function stillGiven({ id, scope }: Consent): Check {
  const code = scope.kind === 'messages' ? 'message-consent-missing' : 'consent-missing'
  return { kind: Consent, id, status: 'given', refusal: () => new Conflict(code) }
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
