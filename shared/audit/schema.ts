import * as z from 'zod'
import { instant } from '../core/text.ts'

const accesses = ['read', 'write', 'refused', 'export', 'sign-in', 'sign-out', 'network-read'] as const

/**
 * One access: what kind of information, when, by whom in which role, about whom, for what, and how it ended. One entry
 * for each client concerned; one without a client where none is.
 */
export const AuditEntrySchema = z.object({
  id: z.string(),
  at: instant,
  actor: z.object({
    id: z.string(),
    kind: z.string(),
    roles: z.array(z.string()),
    partner: z.string().optional(),
  }),
  access: z.enum(accesses),
  /** The operation that it was for. */
  purpose: z.string(),
  requestId: z.string(),
  client: z.string().optional(),
  /** Kinds of information, such as `referral` and `contact`. */
  information: z.array(z.string()),
  /** Of a write: what it changed. */
  changed: z.array(z.object({ kind: z.string(), id: z.string(), version: z.int() })).optional(),
  /** Of a refusal: its code. */
  refusal: z.string().optional(),
})
export type AuditEntry = z.infer<typeof AuditEntrySchema>
