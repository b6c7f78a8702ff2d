import type { Visitor } from './console.ts'

/** A screen, who looks at it, and where it is for the things on file. */
export interface Screen {
  readonly name: string
  readonly who: string
  readonly path: (things: Things) => string
}

/** Ids of things that the seed has. */
export interface Things {
  readonly client: string
  readonly referral: string
  readonly prescription: string
  readonly activity: string
}

/** Every screen of the console. A route that is not here fails a test. */
export const screens: readonly Screen[] = [
  { name: 'today', who: 'navigator', path: () => '/today' },
  { name: 'intake', who: 'navigator', path: () => '/intake' },
  { name: 'refer', who: 'prescriber', path: () => '/refer' },
  { name: 'my-referrals', who: 'prescriber', path: () => '/referrals' },
  { name: 'clients', who: 'navigator', path: () => '/clients' },
  { name: 'record', who: 'navigator', path: ({ client }) => `/clients/${client}` },
  { name: 'accesses', who: 'navigator', path: ({ client }) => `/clients/${client}/accesses` },
  { name: 'measures', who: 'navigator', path: ({ client, referral }) => `/clients/${client}/measures/${referral}` },
  { name: 'prescribe', who: 'navigator', path: ({ client, referral }) => `/clients/${client}/prescribe/${referral}` },
  { name: 'print', who: 'navigator', path: ({ prescription }) => `/prescriptions/${prescription}/print` },
  { name: 'pad', who: 'navigator', path: () => '/pad' },
  { name: 'groups', who: 'champion', path: () => '/groups' },
  { name: 'directory', who: 'navigator', path: () => '/directory' },
  { name: 'activity', who: 'navigator', path: ({ activity }) => `/activities/${activity}` },
  { name: 'edit-activity', who: 'navigator', path: ({ activity }) => `/activities/${activity}/edit` },
  { name: 'extracts', who: 'evaluator', path: () => '/extracts' },
  { name: 'people', who: 'centre-admin', path: () => '/setup/people' },
  { name: 'centre', who: 'centre-admin', path: () => '/setup/centre' },
  { name: 'texts', who: 'centre-admin', path: () => '/setup/texts' },
  { name: 'audit', who: 'centre-admin', path: () => '/setup/audit' },
  { name: 'keys', who: 'centre-admin', path: () => '/setup/keys' },
  { name: 'settings', who: 'navigator', path: () => '/settings' },
  { name: 'nowhere', who: 'navigator', path: () => '/nowhere' },
]

/** Somebody on the navigator's list with a referral under way and a prescription, and an activity of the centre. */
export async function thingsOf(navigator: Visitor): Promise<Things> {
  const referrals = (await navigator.api('GET', '/v1/referrals?status=in-progress&limit=100')).body.items
  for (const { id, client } of referrals) {
    const { items } = (await navigator.api('GET', `/v1/referrals/${id}/prescriptions`)).body
    const [prescription] = items
    if (prescription) return { client, referral: id, prescription: prescription.id, activity: prescription.activity }
  }
  throw new Error('Nobody has a prescription.')
}
