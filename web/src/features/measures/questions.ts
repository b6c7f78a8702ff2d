import type { Answer } from '../../api/index.ts'

export type Instrument = Answer<'listInstruments'>['items'][number]
export type Item = Instrument['items'][number]
export type Outcome = Answer<'getOutcome'>
export type Phase = Outcome['phase']
export type Mode = Outcome['mode']
/** A number, or why there is none. */
export type Given = Outcome['answers'][string]

export const phases: readonly Phase[] = ['baseline', '3-months', '6-months', '12-months', 'exit']
export const withoutAnswer = ['skipped', 'dont-know', 'prefer-not-to-say'] as const

/**
 * The phase that is to be asked now: the one that was begun and has questions left, as when somebody was interrupted; else
 * the follow-up whose window is open; else the start, and once there is one the end.
 * @param since `YYYY-MM-DD`: what was asked before that day was not interrupted, but left at that.
 */
export function phaseDue(
  followUps: readonly Answer<'listFollowUps'>['items'][number][],
  outcomes: readonly Outcome[],
  { instruments, since }: { readonly instruments: readonly Instrument[]; readonly since: string },
): Phase {
  const open = followUps.find(({ status }) => status === 'due' || status === 'overdue')
  const recorded = outcomes.filter(({ status }) => status === 'recorded')
  const begun = phases.find(
    (phase) =>
      recorded.some((each) => each.phase === phase && each.takenOn >= since) &&
      toAsk(instruments, outcomes, { phase, mode: 'assisted' }).length > 0,
  )
  if (begun) return begun
  if (open) return open.phase
  return recorded.some(({ phase }) => phase === 'baseline') ? 'exit' : 'baseline'
}

/** Of the centre's instruments, those not yet asked in this phase, that may be asked this way. */
export function toAsk(
  instruments: readonly Instrument[],
  outcomes: readonly Outcome[],
  { phase, mode }: { readonly phase: Phase; readonly mode: Mode },
): Instrument[] {
  const asked = new Set(
    outcomes.filter((each) => each.phase === phase && each.status === 'recorded').map(({ instrument }) => instrument),
  )
  return instruments.filter(({ id, proxy }) => !asked.has(id) && (mode !== 'proxy' || proxy))
}
