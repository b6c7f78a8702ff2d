import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { formerValues } from '../corrections/keep.ts'
import { change } from '../db/event.ts'
import { Prescription, PrescriptionSchema } from './schema.ts'
import { isWithPartner } from './status.ts'
import type { Seen } from './step.ts'

export const UpdateInput = PrescriptionSchema.pick({
  supports: true,
  noteToPartner: true,
  nextActionOn: true,
  volunteerRole: true,
}).partial()

/**
 * Changes the supports arranged, the note to the partner, or when to look again. What stood there is kept.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `prescription-over` once it has ended.
 */
export async function updatePrescription(
  ctx: Context,
  input: Seen & { readonly changes: z.infer<typeof UpdateInput> },
): Promise<Prescription> {
  ctx.require('prescriptions:update')
  const prescription = await ctx.store.get(Prescription, input.id, input)
  if (prescription.status !== 'proposed' && !isWithPartner(prescription.status)) throw new Conflict('prescription-over')
  const after = { ...prescription, ...input.changes, version: prescription.version + 1 } as Prescription
  const supports = input.changes.supports?.filter(({ arranged }) => arranged).map(({ code }) => code)
  const facts = { fields: Object.keys(input.changes), ...(supports && { supports }) }
  const { client, referral, nextActionOn } = prescription
  return ctx.store.commit([
    change(Prescription, prescription, after, 'updated', facts),
    // When to look again is a plan of ours, and no information about anybody.
    ...formerValues(ctx, Prescription, prescription, { ...after, nextActionOn }, { client, referral }),
  ])
}
