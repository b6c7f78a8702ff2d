import * as z from 'zod'
import { date, id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** What a custodian counts for the privacy commissioner each year (O. Reg. 329/04, s. 6.4), and what is none of these. */
export const incidentKinds = ['theft', 'loss', 'unauthorised-use', 'unauthorised-disclosure', 'other'] as const

/** Something that happened to personal health information and should not have. */
export const IncidentSchema = z.strictObject({
  id: id('incident'),
  version: z.int().positive(),
  kind: z.enum(incidentKinds),
  /** In words that name no client: who is affected is told by the audit log. */
  what: text(4000),
  /** From when to when it went on, as far as is known. */
  period: z.strictObject({ from: date, to: date }),
  discoveredOn: date,
  /** Whose doings are in question: members of staff, partners' keys. */
  actors: z.array(z.string().regex(/^(staff|key)_[0-9A-HJKMNP-TV-Z]{26}$/)).max(20),
  /** When those affected, and the commissioner, were told. */
  notified: z.strictObject({ clients: date.optional(), commissioner: date.optional() }),
  recordedAt: instant,
  recordedBy: id('staff'),
})
export type Incident = z.infer<typeof IncidentSchema>

/** With client data: the words may come close to somebody. */
export const Incident = kind<Incident>({
  name: 'incident',
  table: 'care',
  indexes: (incident) => ({ list: ['INCIDENTS', `${incident.discoveredOn}#${incident.id}`] }),
})

export const IncidentInput = IncidentSchema.pick({ kind: true, what: true, period: true }).extend({
  /** Today unless said. */
  discoveredOn: date.optional(),
  actors: IncidentSchema.shape.actors.default([]),
  notified: IncidentSchema.shape.notified.default({}),
})
export type IncidentInput = z.infer<typeof IncidentInput>

/** Only what is named changes. */
export const UpdateIncidentInput = IncidentSchema.pick({
  kind: true,
  what: true,
  period: true,
  discoveredOn: true,
  actors: true,
  notified: true,
}).partial()
export type UpdateIncidentInput = z.infer<typeof UpdateIncidentInput>
