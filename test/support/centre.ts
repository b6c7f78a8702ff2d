import { randomBytes } from 'node:crypto'
import { contextFor } from '../../functions/api/deps.ts'
import { Centre, defaultSettings } from '../../shared/centres/schema.ts'
import type { Client } from '../../shared/clients/schema.ts'
import type { Context } from '../../shared/core/context.ts'
import { type Permission, permissionsOfRoles, type Role, roleNames } from '../../shared/core/permissions.ts'
import { create } from '../../shared/db/event.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { engage, type Staff } from '../../shared/staff/schema.ts'
import { type TestApi, testApi } from './api.ts'
import { Caller } from './caller.ts'

/** A centre of one test's own, with one person of each role. */
export interface TestCentre {
  readonly id: string
  readonly api: TestApi
  readonly prescriber: Caller
  readonly navigator: Caller
  readonly colleague: Caller
  readonly evaluator: Caller
  readonly champion: Caller
  readonly admin: Caller
  /** The centre acting on its own data, as the product's own steps do. */
  context(): Context
  /** The worker in its own name, which keeps the figures. */
  asWorker(): Context
  /** Somebody new on the staff. */
  person(roles: readonly Role[]): Promise<Caller>
}

/** @param settings what differs from a centre as it is set up. */
export async function centre(
  given: { api?: TestApi; zone?: string; settings?: Partial<Centre['settings']> } = {},
): Promise<TestCentre> {
  const api = given.api ?? (await testApi())
  const profile: Centre = {
    id: `centre-${randomBytes(6).toString('hex')}`,
    version: 1,
    name: { en: 'Maple Test CHC', fr: 'CSC Érable d’essai' },
    town: 'Guelph',
    zone: given.zone ?? 'America/Toronto',
    phone: '519-555-0100',
    position: { latitude: 43.54, longitude: -80.25 },
    kinds: ['urban'],
    locale: 'en',
    status: 'active',
    settings: { ...defaultSettings, ...given.settings },
  }
  const context = (deps = api.deps) =>
    contextFor(
      deps,
      {
        actor: { id: 'system', kind: 'system', roles: [] },
        permissions: new Set<Permission>(roleNames.flatMap((role) => [...permissionsOfRoles([role])])),
        centre: profile,
        locale: 'en',
      },
      { requestId: 'request', purpose: 'setUp', now: api.deps.now() },
    )
  const asWorker = () => context({ ...api.deps, databaseOf: () => api.worker })
  const ctx = context()
  await ctx.store.commit([create(Centre, profile, 'registered')])
  const person = async (roles: readonly Role[]) => {
    const id = ctx.id('staff')
    const name = `${roles[0]} ${id.slice(-4)}`
    const staff: Staff = {
      id,
      version: 1,
      name,
      email: `${id.toLowerCase()}@example.org`,
      roles: [...roles],
      locale: 'en',
      status: 'active',
      subject: id,
      joinedAt: ctx.now,
    }
    await ctx.store.commit(engage(staff))
    await api.unenforced.system.registerPerson({ subject: id, tenant: profile.id, staff: id })
    return new Caller(api, id, await api.token(id))
  }
  const [prescriber, navigator, colleague, evaluator, champion, admin] = await Promise.all([
    person(['prescriber']),
    person(['navigator']),
    person(['navigator']),
    person(['evaluator']),
    person(['champion']),
    person(['centre-admin']),
  ])
  return {
    id: profile.id,
    api,
    prescriber,
    navigator,
    colleague,
    evaluator,
    champion,
    admin,
    context,
    asWorker,
    person,
  }
}

let births = 0

/** A client on file: plainly fictional, and never like another test's. */
export function withClient({ navigator }: TestCentre, given: Partial<Client> = {}): Promise<Client> {
  births += 1
  const day = new Date(Date.UTC(1940, 0, 1) + births * 86_400_000).toISOString().slice(0, 10)
  return navigator.must('POST', '/v1/clients', {
    body: { names: { given: 'Fern', family: 'Fiction' }, birthDate: day, locale: 'en', ...given },
  })
}

/** A referral by the centre's prescriber, as requested. */
export async function withReferral(
  at: TestCentre,
  given: Partial<Referral> = {},
): Promise<{ client: Client; referral: Referral }> {
  const client = await withClient(at)
  const referral = await at.prescriber.must<Referral>('POST', '/v1/referrals', {
    body: { client: client.id, source: 'nurse-practitioner', reasons: ['social-connection'], ...given },
  })
  return { client, referral }
}

/** A referral that the navigator has taken. */
export async function withCaseload(at: TestCentre): Promise<{ client: Client; referral: Referral }> {
  const { client, referral } = await withReferral(at)
  const accepted = await at.navigator.must<Referral>('POST', `/v1/referrals/${referral.id}/accept`, {
    ifMatch: referral.version,
  })
  return { client, referral: accepted }
}
