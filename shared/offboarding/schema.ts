import * as z from 'zod'
import { CentreSchema } from '../centres/schema.ts'
import { instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/**
 * How far it is. `closing`: the doors are shut, and what was under way comes to rest. `stopped`: nothing was disposed of,
 * and the doors are open again.
 */
const statuses = ['closing', 'exporting', 'verifying', 'disposing', 'completed', 'stopped'] as const

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' })

/** One file of the export, as it was when it was written: what reading it back has to find. */
export const ExportedFile = z.strictObject({ name: z.string(), lines: z.int(), bytes: z.int(), sha256 })
export type ExportedFile = z.infer<typeof ExportedFile>

/** A centre's leaving, and in the end the certificate of it: the last thing that there is of the centre beside its audit log. */
export const OffboardingSchema = z.strictObject({
  id: CentreSchema.shape.id,
  version: z.int().positive(),
  name: CentreSchema.shape.name,
  zone: CentreSchema.shape.zone,
  status: z.enum(statuses),
  requestedAt: instant,
  requestedBy: text(60),
  /** Since when the centre has been there: how far back its figures and its audit log go. */
  since: instant,
  /** Where the files are, at the place for exports. */
  folder: z.string(),
  files: z.array(ExportedFile),
  /** How many lines of each kind the files have, once all were read back. */
  counts: z.record(z.string(), z.int()).optional(),
  /** Digest of `manifest.json`, which lists the files with theirs. */
  manifest: sha256.optional(),
  /** Parts of the centre's data that are gone. */
  disposed: z.array(z.string()),
  /** Why it stopped: legal holds stand on so many records. */
  holds: z.int().optional(),
  completedAt: instant.optional(),
})
export type Offboarding = z.infer<typeof OffboardingSchema>

export const Offboarding = kind<Offboarding>({ name: 'offboarding', table: 'platform' })

/** Whether there is something to go on with. */
export function isUnderWay({ status }: Offboarding): boolean {
  return status !== 'completed' && status !== 'stopped'
}
