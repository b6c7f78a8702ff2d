import type { Context } from '../core/context.ts'
import { checkTransition } from '../core/transition.ts'
import type { Prescription } from './schema.ts'
import { type PrescriptionStatus, prescriptionTransitions } from './status.ts'

const closed: readonly PrescriptionStatus[] = ['completed', 'rejected', 'cancelled', 'failed', 'entered-in-error']

/**
 * The prescription in its next status, `version` advanced by one. Pure: nothing is stored.
 * @param fields what else changes with the status.
 * @throws InvalidTransition naming what is allowed now.
 */
export function movePrescription(
  ctx: Pick<Context, 'now'>,
  prescription: Prescription,
  status: PrescriptionStatus,
  fields: Partial<Prescription> = {},
): Prescription {
  checkTransition(prescriptionTransitions, prescription.status, status)
  const { statusReason: _, formerly: __, waitingSince, ...rest } = prescription
  return {
    ...rest,
    ...(status === 'on-hold' && { waitingSince: waitingSince ?? ctx.now }),
    ...(closed.includes(status) && !closed.includes(prescription.status) && { closedAt: ctx.now }),
    ...fields,
    status,
    version: prescription.version + 1,
  }
}
