import { useRef, useState } from 'react'
import {
  type Answer,
  giveConsent,
  type Input,
  type Problem,
  proposePrescription,
  requestPrescription,
  updatePrescription,
  useCommand,
} from '../../api/index.ts'

type Prescription = Answer<'getPrescription'>
type Details = Omit<Input<'proposePrescription'>['body'], 'activity'>

/** What one click asks for. */
export interface Order {
  readonly activity: string
  readonly details: Details
  /** The partner to whom the client agreed, just now, that we speak; none where it is on file or nobody else takes part. */
  readonly consent?: Input<'giveConsent'>['body'] | undefined
  readonly waitlist: boolean
  /** The same activity on the plan already, not asked for yet: it is used instead of a second one. */
  readonly proposed?: Prescription | undefined
}

/** How far it got: what was done is done, and `problem` says what was refused then. */
export interface Outcome {
  readonly prescription?: Prescription
  readonly isConsentGiven: boolean
  readonly problem?: Problem
}

/**
 * Prescribing is up to three writes: on the plan, the client's consent, asking the organiser. One click does them in
 * order and stops at the first refusal; the next click goes on from there, so that nothing is done twice.
 */
export function usePrescribe({ client, referral }: { readonly client: string; readonly referral: string }) {
  const refusal = useRef<Problem>(undefined)
  const options = {
    onProblem: (problem: Problem) => {
      refusal.current = problem
    },
  }
  const propose = useCommand(proposePrescription, options)
  const update = useCommand(updatePrescription, options)
  const give = useCommand(giveConsent, options)
  const request = useCommand(requestPrescription, options)
  const [outcome, setOutcome] = useState<Outcome>()
  const [isRunning, setRunning] = useState(false)

  async function place({ activity, details, proposed }: Order): Promise<Prescription | undefined> {
    const before = latest(proposed, outcome?.prescription, activity)
    if (before === undefined) return propose.run({ params: { referral }, body: { activity, ...details } })
    if (isSame(before, details)) return before
    return update.run({ params: { prescription: before.id }, ifMatch: before.version, body: details })
  }

  async function prescribe(order: Order): Promise<Outcome> {
    refusal.current = undefined
    setRunning(true)
    const prescription = await place(order)
    const done = { ...(prescription && { prescription }), isConsentGiven: outcome?.isConsentGiven ?? false }
    const end = prescription ? await ask(order, { ...done, prescription }) : withProblem(done)
    setOutcome(end)
    setRunning(false)
    return end
  }

  async function ask(order: Order, done: Outcome & { readonly prescription: Prescription }): Promise<Outcome> {
    const { consent } = order
    const needsConsent = consent !== undefined && !done.isConsentGiven
    if (needsConsent && !(await give.run({ params: { client }, body: consent }))) return withProblem(done)
    const agreed = { ...done, isConsentGiven: done.isConsentGiven || needsConsent }
    const { id, version } = done.prescription
    const body = { waitlist: order.waitlist }
    const asked = await request.run({ params: { prescription: id }, ifMatch: version, body })
    return asked ? { ...agreed, prescription: asked } : withProblem(agreed)
  }

  function withProblem(outcome: Outcome): Outcome {
    return { ...outcome, ...(refusal.current && { problem: refusal.current }) }
  }

  return { prescribe, outcome, isRunning, forget: () => setOutcome(undefined) }
}

/** The one that a click before put on the plan, as it is now. */
function latest(
  proposed: Prescription | undefined,
  placed: Prescription | undefined,
  activity: string,
): Prescription | undefined {
  const known = [proposed, placed].filter((each) => each?.activity === activity && each.status === 'proposed')
  return known.toSorted((a, b) => (b?.version ?? 0) - (a?.version ?? 0))[0]
}

function isSame({ supports, noteToPartner, volunteerRole }: Prescription, details: Details): boolean {
  const words = [details.supports ?? [], details.noteToPartner, details.volunteerRole]
  return JSON.stringify([supports, noteToPartner, volunteerRole]) === JSON.stringify(words)
}
