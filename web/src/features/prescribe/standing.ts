import type { Answer } from '../../api/index.ts'

type Prescription = Answer<'getPrescription'>

const over = ['cancelled', 'entered-in-error', 'rejected', 'failed']

/** Of what was chosen for a referral, that which still counts: not taken off, not declined, no error. */
export function standing(prescriptions: readonly Prescription[]): readonly Prescription[] {
  return prescriptions.filter(({ status }) => !over.includes(status))
}
