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

/** The phase that is to be asked now: the follow-up whose window is open, else the start until there is one. */
export function phaseDue(
  followUps: readonly Answer<'listFollowUps'>['items'][number][],
  outcomes: readonly Outcome[],
): Phase {
  const open = followUps.find(({ status }) => status === 'due' || status === 'overdue')
  if (open) return open.phase
  const hasStart = outcomes.some(({ phase, status }) => phase === 'baseline' && status === 'recorded')
  return hasStart ? 'exit' : 'baseline'
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
