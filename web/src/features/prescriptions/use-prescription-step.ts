import { useQueryClient } from '@tanstack/react-query'
import {
  type Answer,
  answerPrescription,
  type Input,
  listPrescriptions,
  type Operation,
  showMeanwhile,
  startPrescription,
  takeBackPrescription,
} from '../../api/index.ts'
import { useStep } from '../../app/use-step.ts'
import { useText } from '../../i18n/index.ts'

type Prescription = Answer<'listPrescriptions'>['items'][number]
type StepId = 'answerPrescription' | 'startPrescription'

/** What is known of a prescription before anybody answered. */
type Becomes = Pick<Prescription, 'status' | 'statusReason'>

/** Notes an organiser's answer that takes no reason: accepted, or the waiting list. */
export function useAnswer() {
  const say = useText()
  return usePrescriptionStep(answerPrescription, say('care.done.answered'), ({ body: { answer } }) =>
    answer === 'accept' ? { status: 'accepted' } : { status: 'on-hold', statusReason: { code: 'waitlisted' } },
  )
}

/** Notes that the client has begun to take part. */
export function useBegin() {
  const say = useText()
  return usePrescriptionStep(startPrescription, say('care.done.started'), () => ({ status: 'in-progress' }))
}

/** A step of a prescription that takes no reason: on the plan at once, and taken back for a moment. */
function usePrescriptionStep<K extends StepId>(
  operation: Operation<K>,
  done: string,
  becomes: (input: Input<K>) => Becomes,
) {
  const queries = useQueryClient()
  return useStep(operation, {
    show(input) {
      const { prescription: id } = (input as Input<StepId>).params
      return showMeanwhile<'listPrescriptions', Prescription>(queries, listPrescriptions, (prescriptions) =>
        prescriptions.map((each) => {
          const { statusReason: _, ...prescription } = each
          return each.id === id ? { ...prescription, ...becomes(input) } : each
        }),
      )
    },
    done: () => done,
    back: takeBackPrescription,
    backOf(answer) {
      const { id, version } = answer as Answer<StepId>
      return { params: { prescription: id }, ifMatch: version }
    },
  })
}
