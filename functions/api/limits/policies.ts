/**
 * How often, counted by what, in windows of how many seconds: every limit of the API, in one table. Floods from one
 * address never get this far: the firewall turns them away (`infra/firewall.ts`).
 */
export const policies = {
  /** Requests of one person, whichever session or token they come with. */
  person: { quota: 600, window: 60 },
  /** Requests with one API key. */
  key: { quota: 300, window: 60 },
  /** Sign-ins begun from one address. A centre's whole staff may share one, and begin at nine. */
  'sign-in': { quota: 200, window: 600 },
  /** Sign-ins of one person. */
  'sign-in-person': { quota: 20, window: 600 },
  /** Public pages opened from one address. A waiting room may share one. */
  page: { quota: 120, window: 60 },
  /** Tokens and keys that did not hold, and sign-ins that failed, from one address. Nobody is locked out by it. */
  refused: { quota: 60, window: 600 },
} as const satisfies Record<string, Policy>

export interface Policy {
  readonly quota: number
  /** Seconds. */
  readonly window: number
}

export type PolicyName = keyof typeof policies
