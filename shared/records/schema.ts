import * as z from 'zod'
import { AuditEntrySchema } from '../audit/schema.ts'
import { ClientSchema } from '../clients/schema.ts'
import { instant, locale } from '../core/text.ts'

const RecordedEvent = z.object({
  id: z.string(),
  type: z.string().meta({ example: 'referral.accepted' }),
  version: z.int(),
  at: instant,
  actor: z.object({ id: z.string(), kind: z.string() }),
  facts: z.record(z.string(), z.unknown()),
})

/** One thing on record, as it is, with what happened to it, oldest first. */
export const RecordEntry = z.object({
  entity: z.looseObject({ id: z.string(), version: z.int() }),
  events: z.array(RecordedEvent),
})
export type RecordEntry = z.infer<typeof RecordEntry>

/** Everything that a centre holds about a client (PHIPA, s. 52), whatever directives withhold from whom. */
export const ClientRecordSchema = z.object({
  client: ClientSchema,
  name: z.string(),
  locale,
  centre: z.object({ name: z.string(), phone: z.string(), zone: z.string() }),
  preparedAt: instant,
  preparedBy: z.string(),
  /** By kind; the client's own part first, with records that were merged into it. */
  sections: z.array(z.object({ kind: z.string().meta({ example: 'referral' }), entries: z.array(RecordEntry) })),
  /** What the staff, partners and activities are called that the record names by id. */
  names: z.record(z.string(), z.string()),
  /** Where they were asked for. */
  accesses: z.array(AuditEntrySchema).optional(),
})
export type ClientRecord = z.infer<typeof ClientRecordSchema>
