import { InvalidTransition } from './errors.ts'

/** A state machine as data: for each status, the statuses that may follow it. */
export type Transitions<S extends string> = { readonly [from in S]: readonly S[] }

/**
 * Refuses a step that the table does not allow.
 * @throws InvalidTransition naming the statuses that are allowed now.
 */
export function checkTransition<S extends string>(transitions: Transitions<S>, from: S, to: S): void {
  const allowed = transitions[from]
  if (!allowed.includes(to)) throw new InvalidTransition(from, to, allowed)
}
