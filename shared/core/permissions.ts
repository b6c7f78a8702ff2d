/**
 * Who may do what, in one table. A permission is `resource:verb`; a role or a partner's scope is a list of them.
 * A route names the permission it needs, the domain function asks for it, and a refusal tells the caller its name.
 */
const reading = [
  'clients:read',
  'consents:read',
  'referrals:read',
  'contacts:read',
  'goals:read',
  'prescriptions:read',
  'attendances:read',
  'outcomes:read',
  'messages:read',
  'shortlists:read',
  'directives:read',
  'signposts:read',
] as const

const everyone = ['centre:read', 'staff:read', 'partners:read', 'activities:read', 'instruments:read'] as const

export const roles = {
  prescriber: [
    ...everyone,
    ...reading,
    'clients:search',
    'clients:create',
    'clients:update',
    'consents:give',
    'directives:set',
    'directives:break-glass',
    'statements:attach',
    'signposts:record',
    'signposts:retract',
    'referrals:request',
    'referrals:cancel',
    'tasks:read',
    'tasks:complete',
  ],
  navigator: [
    ...everyone,
    ...reading,
    'clients:search',
    'clients:create',
    'clients:update',
    'clients:merge',
    'consents:give',
    'directives:set',
    'directives:break-glass',
    'consents:withdraw',
    'directives:lift',
    'statements:attach',
    'signposts:record',
    'signposts:retract',
    'audit:report',
    'referrals:request',
    'referrals:accept',
    'referrals:reject',
    'referrals:assign',
    'referrals:start',
    'referrals:hold',
    'referrals:resume',
    'referrals:take-back',
    'referrals:complete',
    'referrals:cancel',
    'referrals:fail',
    'referrals:retract',
    'contacts:log',
    'contacts:retract',
    'goals:set',
    'goals:review',
    'goals:update',
    'goals:retract',
    'shortlists:send',
    'prescriptions:propose',
    'prescriptions:update',
    'prescriptions:request',
    'prescriptions:answer',
    'prescriptions:start',
    'prescriptions:take-back',
    'prescriptions:complete',
    'prescriptions:cancel',
    'prescriptions:fail',
    'prescriptions:retract',
    'activities:write',
    'activities:match',
    'attendances:record',
    'outcomes:record',
    'outcomes:retract',
    'tasks:read',
    'tasks:complete',
    'partners:write',
  ],
  evaluator: [...everyone, 'insights:read', 'extracts:read', 'extracts:take', 'extracts:define'],
  champion: ['centre:read', 'activities:read', 'attendances:record', 'attendances:roster'],
  'centre-admin': [
    ...everyone,
    'centre:write',
    'centre:offboard',
    'staff:write',
    'partners:write',
    'audit:read',
    'audit:report',
    'clients:disclose',
    'clients:dispose',
    'disposals:read',
    'holds:read',
    'holds:write',
    'incidents:read',
    'incidents:write',
    'retention:read',
    'statements:attach',
    'tasks:read',
    'tasks:complete',
    'keys:read',
    'keys:write',
    'activities:write',
    'insights:read',
    'extracts:read',
    'extracts:take',
    'extracts:define',
  ],
  'alliance-evaluator': ['network:read'],
  'alliance-admin': ['network:read', 'centres:read', 'centres:write'],
} as const satisfies Record<string, readonly string[]>

/** What a partner organisation's API key may be allowed, and the permissions that each scope stands for. */
export const scopes = {
  'prescriptions:read': ['inbox:read'],
  'prescriptions:answer': ['inbox:answer'],
  'activities:write': ['listings:write'],
  'attendances:write': ['inbox:attend'],
} as const satisfies Record<string, readonly string[]>

export type Role = keyof typeof roles
export type Scope = keyof typeof scopes
export type Permission = (typeof roles)[Role][number] | (typeof scopes)[Scope][number]

export const roleNames = Object.keys(roles) as [Role, ...Role[]]
export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]]

/** Roles that belong to a centre's staff, as against the Alliance's. */
export const staffRoles = ['prescriber', 'navigator', 'evaluator', 'champion', 'centre-admin'] as const
export const allianceRoles = ['alliance-evaluator', 'alliance-admin'] as const

/** The permissions of a person with these roles. */
export function permissionsOfRoles(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => roles[role] as readonly Permission[]))
}

/** The permissions of an API key with these scopes. */
export function permissionsOfScopes(held: readonly Scope[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((scope) => scopes[scope] as readonly Permission[]))
}
