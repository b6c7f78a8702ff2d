import * as z from 'zod'
import { Client, ContactPoint } from '../clients/schema.ts'
import { Consent } from '../consents/schema.ts'
import type { Context } from '../core/context.ts'
import { Forbidden, NotFound, PreconditionFailed } from '../core/errors.ts'
import type { Page } from '../db/query.ts'
import { type AnswerInput, answered } from './answer.ts'
import { Prescription, PrescriptionSchema } from './schema.ts'
import { isWithPartner } from './status.ts'
import type { Seen } from './step.ts'

/** What a partner sees of a prescription: the minimum for taking somebody in. No reasons, no notes, no birth date. */
export const InboxPrescription = PrescriptionSchema.pick({
  id: true,
  version: true,
  activity: true,
  activityName: true,
  volunteerRole: true,
  supports: true,
  noteToPartner: true,
  status: true,
  requestedAt: true,
  timesAttended: true,
}).extend({
  client: z.strictObject({
    /** First name and last initial. */
    name: z.string(),
    locale: z.enum(['en', 'fr']),
    /**
     * Only what the client prefers to be reached by; none for somebody who must not be contacted, or whom it may put in
     * danger to be: then the navigator is the way.
     */
    contactPoint: ContactPoint.optional(),
  }),
})
export type InboxPrescription = z.infer<typeof InboxPrescription>

/** Prescriptions directed to the calling partner that are not over, oldest first. */
export async function listInbox(
  ctx: Context,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<InboxPrescription>> {
  ctx.require('inbox:read')
  const found = await ctx.store.query<Prescription>({
    index: 'party',
    partition: `PARTNER#${partnerOf(ctx)}`,
    ...page,
  })
  const [clients, given] = await Promise.all([
    ctx.store.findMany(
      Client,
      found.items.map(({ client }) => client),
    ),
    consentsGiven(ctx, found.items),
  ])
  const byId = new Map(clients.map((client) => [client.id, client]))
  return {
    ...found,
    items: found.items.flatMap((prescription) => {
      const client = byId.get(prescription.client)
      return client && given.has(prescription.consent ?? '') ? [minimal(prescription, client)] : []
    }),
  }
}

/** Those of the consents that the prescriptions rest on which stand. Not shown to anybody. */
async function consentsGiven(ctx: Context, prescriptions: readonly Prescription[]): Promise<ReadonlySet<string>> {
  const ids = new Set(prescriptions.flatMap(({ consent }) => consent ?? []))
  const consents = await ctx.store.asCustodian().findMany(Consent, [...ids])
  return new Set(consents.filter(({ status }) => status === 'given').map(({ id }) => id))
}

/**
 * One prescription directed to the calling partner.
 * @throws NotFound for any other: another partner's, one that is over, one that the client no longer agrees to share.
 */
export async function readInbox(ctx: Context, id: string): Promise<InboxPrescription> {
  ctx.require('inbox:read')
  const prescription = await directed(ctx, id)
  return minimal(prescription, await ctx.store.get(Client, prescription.client))
}

/**
 * The partner's own answer.
 * @throws NotFound as for reading; PreconditionFailed when `ifMatch` is stale; InvalidTransition unless it is requested
 *   or waiting; Conflict `activity-full`.
 */
export async function answerInbox(
  ctx: Context,
  input: Seen & { readonly body: AnswerInput },
): Promise<InboxPrescription> {
  ctx.require('inbox:answer')
  const prescription = await directed(ctx, input.id)
  if (prescription.version !== input.ifMatch) throw new PreconditionFailed()
  const client = await ctx.store.get(Client, prescription.client)
  return minimal(await answered(ctx, prescription, input.body, (after) => minimal(after, client)), client)
}

/**
 * What a repeated answer is answered with: the prescription as the partner may see it by now. Its own answer may have
 * ended it; any other end is the end of its sight.
 * @param answered the version that its answer made.
 * @throws NotFound as for reading.
 */
export async function readAnswered(
  ctx: Context,
  { id, answered }: { readonly id: string; readonly answered: number },
): Promise<InboxPrescription> {
  ctx.require('inbox:answer')
  const prescription = await shared(ctx, id)
  if (!isWithPartner(prescription.status) && prescription.version !== answered) throw new NotFound()
  return minimal(prescription, await ctx.store.get(Client, prescription.client))
}

/** @throws NotFound for a prescription that the caller may not see. */
export async function directed(ctx: Context, id: string): Promise<Prescription> {
  const prescription = await shared(ctx, id)
  if (!isWithPartner(prescription.status)) throw new NotFound()
  return prescription
}

/** Directed to the caller with the client's consent, which is asked itself: what it was has no weight. */
async function shared(ctx: Context, id: string): Promise<Prescription> {
  const prescription = await ctx.store.find(Prescription, id)
  if (prescription?.partner !== partnerOf(ctx) || prescription.consent === undefined) throw new NotFound()
  const consent = await ctx.store.asCustodian().find(Consent, prescription.consent)
  if (consent?.status !== 'given') throw new NotFound()
  return prescription
}

/** @throws Forbidden for a caller who is no partner. */
export function partnerOf(ctx: Pick<Context, 'actor'>): string {
  if (ctx.actor.partner === undefined) throw new Forbidden('inbox:read')
  return ctx.actor.partner
}

function minimal(prescription: Prescription, client: Client): InboxPrescription {
  const { names, locale, contactPoints, doNotContact, safeContact } = client
  const preferred = contactPoints.find((point) => point.preferred)
  return {
    id: prescription.id,
    version: prescription.version,
    activity: prescription.activity,
    activityName: prescription.activityName,
    ...(prescription.volunteerRole && { volunteerRole: prescription.volunteerRole }),
    supports: prescription.supports,
    ...(prescription.noteToPartner && { noteToPartner: prescription.noteToPartner }),
    status: prescription.status,
    ...(prescription.requestedAt && { requestedAt: prescription.requestedAt }),
    timesAttended: prescription.timesAttended,
    client: {
      name: `${names.preferred ?? names.given} ${[...names.family][0]}.`,
      locale,
      ...(preferred && !doNotContact && !safeContact && { contactPoint: preferred }),
    },
  }
}
