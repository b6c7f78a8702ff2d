import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { id } from '../core/text.ts'
import { type Change, create } from '../db/event.ts'
import { checkBirthDate } from './birth-date.ts'
import { likelyDuplicates, mostCandidates } from './duplicates.ts'
import { Client, ClientInput } from './schema.ts'

export const CreateClientInput = ClientInput.extend({
  /** The likely duplicates that somebody looked at and found to be other people. */
  notDuplicateOf: z.array(id('client')).max(mostCandidates).default([]),
})

/**
 * Puts a client on file, unless the client seems to be there already.
 * @throws Conflict `possible-duplicate` with the `candidates`, until each is named in `notDuplicateOf`; InvalidInput for
 *   a birth date in the future.
 */
export async function createClient(ctx: Context, input: z.infer<typeof CreateClientInput>): Promise<Client> {
  ctx.require('clients:create')
  return ctx.store.commit([await newClient(ctx, input)])
}

/** A client put on file, to be committed; refused as `createClient` refuses. */
export async function newClient(ctx: Context, input: z.infer<typeof CreateClientInput>): Promise<Change<Client>> {
  checkBirthDate(ctx, input.birthDate)
  const { notDuplicateOf, ...fields } = input
  const candidates = (await likelyDuplicates(ctx, fields)).slice(0, mostCandidates)
  const open = candidates.filter((candidate) => !notDuplicateOf.includes(candidate.id))
  if (open.length > 0) throw new Conflict('possible-duplicate', { count: open.length }, { candidates: open })
  const client: Client = {
    ...fields,
    id: ctx.id('client'),
    version: 1,
    status: 'active',
    mergedFrom: [],
    createdAt: ctx.now,
  }
  return create(Client, client, 'created')
}
