import type { Context } from '../core/context.ts'
import { change, type Facts } from '../db/event.ts'
import { movePrescription } from './move.ts'
import { placeChange } from './place-change.ts'
import { Prescription } from './schema.ts'
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
  { verb, facts, fields, view = (after) => after }: Told,
): Promise<Prescription> {
  const after = movePrescription(ctx, before, status, fields)
  const freesPlace = takesPlace(before.status) && !takesPlace(status) && status !== 'on-hold'
  const told = { activity: before.activity, ...facts, ...(freesPlace && { freesPlace }) }
  return ctx.store.commit(
    [change(Prescription, before, after, verb, told), ...(await placeChange(ctx, before, after))],
    { answer: view(after) },
  )
}
