import * as z from 'zod'
import { AuditEntrySchema } from '../audit/schema.ts'
import { date, id, instant, locale } from '../core/text.ts'

/** What one person did with a client's record on one day, in a sentence and as codes. */
export const AccessLine = z.strictObject({
  sentence: z.string().meta({ example: 'Alex Example (navigator) looked at your profile and your referrals.' }),
  /** Local times, each minute once. */
  times: z.array(z.string().meta({ example: '14:05' })),
  actor: z.string(),
  access: AuditEntrySchema.shape.access,
  information: z.array(z.string()),
})
export type AccessLine = z.infer<typeof AccessLine>

/**
 * Who looked at or changed a client's record, ready to hand over: the client's own view of the electronic audit log
 * (PHIPA, s. 10.1).
 */
export const AccessReportSchema = z.strictObject({
  client: id('client'),
  name: z.string(),
  locale,
  centre: z.strictObject({ name: z.string(), phone: z.string(), zone: z.string() }),
  period: z.strictObject({ from: date, to: date }),
  preparedAt: instant,
  preparedBy: z.string(),
  days: z.array(z.strictObject({ date, lines: z.array(AccessLine) })),
})
export type AccessReport = z.infer<typeof AccessReportSchema>
