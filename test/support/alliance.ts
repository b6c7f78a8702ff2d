import { contextFor } from '../../functions/api/deps.ts'
import { alliance } from '../../infra/alliance.ts'
import { Centre } from '../../shared/centres/schema.ts'
import { Conflict } from '../../shared/core/errors.ts'
import type { Role } from '../../shared/core/permissions.ts'
import { create } from '../../shared/db/event.ts'
import { engage, type Staff } from '../../shared/staff/schema.ts'
import type { TestApi } from './api.ts'
import { Caller } from './caller.ts'

const profile: Centre = { ...alliance, name: { en: 'Test Alliance', fr: 'Alliance d’essai' } }

/** Somebody new at the Alliance, which is one for all tests, calling the Alliance's app. */
export async function allianceCaller(api: TestApi, role: Role): Promise<Caller> {
  const actor = { id: 'system', kind: 'system', roles: [] } as const
  const who = { actor, permissions: new Set<never>(), centre: profile, locale: 'en' } as const
  const ctx = contextFor(api.deps, who, { requestId: 'request', purpose: 'setUp', now: api.deps.now() })
  await ctx.store.commit([create(Centre, profile, 'registered')]).catch((error) => {
    if (!(error instanceof Conflict)) throw error
  })
  const id = ctx.id('staff')
  const staff: Staff = {
    id,
    version: 1,
    name: `${role} ${id.slice(-4)}`,
    email: `${id.toLowerCase()}@example.org`,
    roles: [role],
    locale: 'en',
    status: 'active',
    subject: id,
    joinedAt: ctx.now,
  }
  await ctx.store.commit(engage(staff))
  await api.unenforced.system.registerPerson({ subject: id, tenant: profile.id, staff: id })
  return new Caller(api, id, await api.token(id))
}
