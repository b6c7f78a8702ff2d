import type { Context } from '../core/context.ts'
import { takenBack } from '../core/take-back.ts'
import { change } from '../db/event.ts'
import { placeChangeBack } from './place-change.ts'
import { Prescription, prescriptionStepFields } from './schema.ts'
import { prescriptionTransitions } from './status.ts'
import type { Seen } from './step.ts'

/**
 * Takes back the last step of a prescription: an organiser's answer that a navigator noted (accepted, or the waiting
 * list), or that the client has begun. It stands as it stood before, with its place or its turn in the line; a place that
 * comes free thereby moves nobody up, for the organiser has not spoken.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `nothing-to-take-back`,
 *   `step-of-somebody-else`, `too-late-to-take-back`, `place-gone` when somebody else has the place by now.
 */
export async function takeBackPrescription(ctx: Context, input: Seen): Promise<Prescription> {
  ctx.require('prescriptions:take-back')
  const prescription = await ctx.store.get(Prescription, input.id, input)
  const before = takenBack(ctx, prescription, prescriptionStepFields, prescriptionTransitions[prescription.status])
  const facts = { activity: prescription.activity, from: prescription.status, to: before.status }
  return ctx.store.commit([
    change(Prescription, prescription, before, 'taken-back', facts),
    ...(await placeChangeBack(ctx, prescription, before)),
  ])
}
