import { cancelledReasons, completedReasons, failedReasons, rejectedReasons } from '../../../../shared/core/codes.ts'
import { answerPrescription, cancelPrescription, completePrescription, failPrescription } from '../../api/index.ts'
import { useCan } from '../../app/session.tsx'
import { type Ending, useEnding } from '../referrals/endings.ts'
import type { Prescription } from './prescription-entry.tsx'

/** The ways in which a prescription may end from where it stands, and the partner's "no" among them. */
export function useEndings(
  { id, version, status }: Prescription,
  onDone: () => void,
): { readonly rejected: Ending; readonly closings: readonly Ending[] } {
  const can = useCan()
  const seen = { params: { prescription: id }, ifMatch: version }
  const completed = useEnding('completed', completedReasons, completePrescription, seen, onDone)
  const cancelled = useEnding('cancelled', cancelledReasons, cancelPrescription, seen, onDone)
  const failed = useEnding('failed', failedReasons, failPrescription, seen, onDone)
  const rejected = useEnding('rejected', rejectedReasons, answerPrescription, seen, onDone, (reason) => ({
    answer: 'reject',
    reason,
  }))
  const isGoing = status === 'accepted' || status === 'in-progress'
  const isBefore = status === 'proposed' || status === 'requested' || status === 'on-hold'
  return {
    rejected,
    closings: [
      ...(isGoing && can('prescriptions:complete') ? [completed] : []),
      ...((isGoing || isBefore) && can('prescriptions:cancel') ? [cancelled] : []),
      ...(isGoing && can('prescriptions:fail') ? [failed] : []),
    ],
  }
}
