import type { IconName } from '../ui/index.ts'

/** A screen that the menu leads to, and what it takes to use it. */
export interface Place {
  readonly to: string
  /** Where else in the console one is still at this place. */
  readonly under?: string
  /** Its words: `nav.<key>`. */
  readonly key: string
  readonly icon: IconName
  readonly needs: string
  readonly roles: readonly string[]
  /** The second key after G. */
  readonly letter?: string
  readonly group?: 'setup'
}

/** All screens of the menu, in its order: the first that a person may use is their home. */
const places: readonly Place[] = [
  { to: '/today', key: 'today', icon: 'list', needs: 'tasks:read', roles: ['navigator'], letter: 'c' },
  { to: '/intake', key: 'intake', icon: 'bell', needs: 'referrals:accept', roles: ['navigator'] },
  {
    to: '/refer',
    key: 'refer',
    icon: 'plus',
    needs: 'referrals:request',
    roles: ['prescriber', 'navigator'],
    letter: 'r',
  },
  { to: '/referrals', key: 'referrals', icon: 'arrow', needs: 'referrals:request', roles: ['prescriber'] },
  {
    to: '/clients',
    key: 'clients',
    icon: 'person',
    needs: 'clients:search',
    roles: ['prescriber', 'navigator'],
    letter: 'f',
  },
  { to: '/groups', key: 'groups', icon: 'people', needs: 'attendances:record', roles: ['champion', 'navigator'] },
  {
    to: '/extracts',
    key: 'extracts',
    icon: 'calendar',
    needs: 'extracts:read',
    roles: ['evaluator', 'centre-admin'],
    letter: 'i',
  },
  { to: '/setup/people', key: 'people', icon: 'people', needs: 'staff:write', roles: ['centre-admin'], group: 'setup' },
  {
    to: '/setup/centre',
    key: 'centre',
    icon: 'settings',
    needs: 'centre:write',
    roles: ['centre-admin'],
    group: 'setup',
  },
  { to: '/setup/texts', key: 'texts', icon: 'mail', needs: 'centre:write', roles: ['centre-admin'], group: 'setup' },
  { to: '/setup/keys', key: 'keys', icon: 'lock', needs: 'keys:write', roles: ['centre-admin'], group: 'setup' },
  { to: '/setup/audit', key: 'audit', icon: 'shield', needs: 'audit:read', roles: ['centre-admin'], group: 'setup' },
  {
    to: '/directory',
    under: '/activities/',
    key: 'directory',
    icon: 'search',
    needs: 'activities:read',
    roles: ['prescriber', 'navigator', 'evaluator', 'champion', 'centre-admin'],
    letter: 'd',
  },
]

/** The screens of somebody with these roles and permissions. */
export function placesOf({
  roles,
  permissions,
}: {
  readonly roles: readonly string[]
  readonly permissions: readonly string[]
}): readonly Place[] {
  return places.filter((place) => permissions.includes(place.needs) && place.roles.some((role) => roles.includes(role)))
}

/** Where each role begins its day, the one that has most to do there first. */
const homes: readonly (readonly [role: string, to: string])[] = [
  ['navigator', '/today'],
  ['prescriber', '/refer'],
  ['centre-admin', '/setup/people'],
  ['evaluator', '/extracts'],
  ['champion', '/groups'],
]

/** The first screen of somebody with these roles; none where there is none for them. */
export function homeOf({ roles }: { readonly roles: readonly string[] }): string | undefined {
  return homes.find(([role]) => roles.includes(role))?.[1]
}
