import * as z from 'zod'
import { contextFor } from '../functions/api/deps.ts'
import { Centre } from '../shared/centres/schema.ts'
import { allianceRoles } from '../shared/core/permissions.ts'
import type { Database } from '../shared/db/database.ts'
import { create } from '../shared/db/event.ts'
import { SystemStore } from '../shared/db/system-store.ts'
import { invite } from '../shared/staff/invite.ts'
import type { People } from '../shared/staff/people.ts'
import { type Member, StaffSchema } from '../shared/staff/schema.ts'
import { alliance } from './alliance.ts'

export const AlliancePerson = StaffSchema.pick({ name: true, email: true, locale: true }).extend({
  role: z.enum(allianceRoles),
})

/** The operator's way to the platform's tables and to its identity provider. */
interface Hand {
  readonly database: Database
  readonly people: People
  now(): string
}

/**
 * Invites somebody of the Alliance, the very first one too: the operator's doing, for no role of the product may make
 * one of these. Asking again for somebody who has not come yet sends the invitation again.
 * @throws Conflict `on-staff` for who is there already, `address-taken` for somebody who works at a centre.
 */
export async function inviteToAlliance(
  { database, people, now }: Hand,
  { role, ...person }: z.infer<typeof AlliancePerson>,
): Promise<Member> {
  const system = new SystemStore(database)
  const actor = { id: 'operator', kind: 'system', roles: [] } as const
  const ctx = contextFor(
    { databaseOf: () => database, config: { environment: 'operator' } },
    { actor, permissions: new Set(), centre: alliance, locale: alliance.locale },
    { requestId: 'operator', purpose: 'inviteToAlliance', now: now() },
  )
  if ((await system.findCentre(alliance.id)) === undefined) {
    await ctx.store.commit([create(Centre, alliance, 'registered')])
  }
  return invite(ctx, { people, system }, { ...person, roles: [role] })
}
