import * as z from 'zod'
import { CreateClientInput, newClient } from '../clients/create.ts'
import { newConsent } from '../consents/give.ts'
import { ConsentInput } from '../consents/schema.ts'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import type { Change } from '../db/event.ts'
import { isUnsafe, newReferral } from './request.ts'
import { type Referral, ReferralInput } from './schema.ts'

/** As many as a transaction has room for beside a client of many names. */
const mostConsents = 6

export const WithClientInput = z.strictObject({
  client: CreateClientInput,
  referral: ReferralInput.omit({ client: true }),
  /** What else the client agreed to. */
  consents: z.array(ConsentInput).max(mostConsents).default([]),
})
export type WithClientInput = z.infer<typeof WithClientInput>

/**
 * Puts a client on file and refers them, with what they agreed to: all of it or nothing.
 * @returns the referral as `requested`.
 * @throws Conflict `possible-duplicate` with the `candidates`, as for a client alone; InvalidInput for what is refused of
 *   a client, a referral or a consent.
 */
export async function referNewClient(ctx: Context, input: WithClientInput): Promise<Referral> {
  ctx.require('clients:create')
  ctx.require('referrals:request')
  if (input.consents.length > 0) ctx.require('consents:give')
  const safeContact = input.client.safeContact || isUnsafe(input.referral)
  const created = await at('client', newClient(ctx, { ...input.client, safeContact }))
  const client = created.after.id
  const requested = await at('referral', newReferral(ctx, { ...input.referral, client }))
  const given: Change[] = []
  for (const [n, consent] of input.consents.entries()) {
    given.push(await at(`consents/${n}`, newConsent(ctx, { ...consent, client })))
  }
  await ctx.store.commit([created, requested, ...given], { answer: requested.after })
  return requested.after
}

/** What is wrong with a part of the input is wrong there. */
async function at<T>(part: string, made: Promise<T>): Promise<T> {
  try {
    return await made
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    throw new InvalidInput(
      error.faults.map((fault) => ({ ...fault, pointer: fault.pointer.replace('#', `#/${part}`) })),
    )
  }
}
