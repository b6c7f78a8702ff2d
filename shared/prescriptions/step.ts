import type { Context } from '../core/context.ts'
import { remembering } from '../core/take-back.ts'
import { type Change, change, type Facts } from '../db/event.ts'
import { movePrescription } from './move.ts'
import { placeChange } from './place-change.ts'
import { Prescription, prescriptionStepFields } from './schema.ts'
import { type PrescriptionStatus, takesPlace } from './status.ts'

/** A prescription that the caller has seen in this version. */
export interface Seen {
  readonly id: string
  readonly ifMatch: number
}

interface Told {
  readonly verb: string
  readonly facts?: Facts
  readonly fields?: Partial<Prescription>
  /** Whether the member of staff who took the step may take it back for a while. */
  readonly mayBeTakenBack?: boolean
  /** What else changes with it. */
  readonly along?: readonly Change[]
  /** What the caller may see of the prescription, where that is not all. */
  readonly view?: (after: Prescription) => unknown
}

/**
 * Commits one step of a prescription together with what it does to the activity's places. The event says when a place
 * came free, which is what moves the waiting list up. Not when an organiser answers that there is none yet: whatever our
 * count says, its word stands until somebody leaves or the listing changes.
 */
export async function commitStep(
  ctx: Context,
  before: Prescription,
  status: PrescriptionStatus,
  { verb, facts, fields, mayBeTakenBack = false, along = [], view = (after) => after }: Told,
): Promise<Prescription> {
  const moved = movePrescription(ctx, before, status, fields)
  const after = mayBeTakenBack ? remembering(ctx, before, moved, prescriptionStepFields) : moved
  const freesPlace = takesPlace(before.status) && !takesPlace(status) && status !== 'on-hold'
  const told = { activity: before.activity, ...facts, ...(freesPlace && { freesPlace }) }
  return ctx.store.commit(
    [change(Prescription, before, after, verb, told), ...(await placeChange(ctx, before, after)), ...along],
    { answer: view(after) },
  )
}
