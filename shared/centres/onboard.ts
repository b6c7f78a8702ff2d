import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict, type Fault, InvalidInput } from '../core/errors.ts'
import { isZone } from '../core/time.ts'
import { change, create } from '../db/event.ts'
import { commons } from '../db/kind.ts'
import { InviteInput, invite } from '../staff/invite.ts'
import type { Beyond } from '../staff/people.ts'
import { Member, Staff } from '../staff/schema.ts'
import { measureFaults } from './measures.ts'
import { allianceId, Centre, CentreSchema, CentreSettings, defaultSettings } from './schema.ts'
import { lineOf, type Registry } from './standing.ts'
import { Tenancy } from './tenancy.ts'

export const OnboardInput = CentreSchema.pick({
  id: true,
  name: true,
  town: true,
  zone: true,
  phone: true,
  position: true,
  kinds: true,
  locale: true,
}).extend({
  /** What differs from how a centre begins. */
  settings: CentreSettings.omit({ privacyOfficer: true }).partial().default({}),
  /** Who sets up everything else. */
  admin: InviteInput.omit({ roles: true }),
})
export type OnboardInput = z.infer<typeof OnboardInput>

export const Onboarded = CentreSchema.extend({ admin: Member.pick({ id: true, status: true }) })
type Onboarded = z.infer<typeof Onboarded>

/**
 * Takes a centre on: its profile and settings, the invitation of its first administrator, its line in the registry. It
 * begins with a catalogue of its own that is empty, and sees the provincial listings. Every step finds what an attempt
 * that was cut short left; asking again goes on from there.
 * @throws InvalidInput for a time zone or a measure that is none; Conflict `centre-exists` for an id that a centre has or
 *   had, `address-taken` for an administrator who works elsewhere.
 */
export async function onboardCentre(
  ctx: Context,
  means: Registry & Beyond,
  { admin, ...given }: OnboardInput,
): Promise<Onboarded> {
  ctx.require('centres:write')
  const faults = faultsOf(given)
  if (faults.length > 0) throw new InvalidInput(faults)
  await ctx.store.refuseRepeat()
  const begun = await begin(ctx, means, given.id)
  const settings = { ...defaultSettings, ...given.settings } as Centre['settings']
  const centre = await establish(means, { ...given, version: 1, status: 'active', settings })
  const { id, status } = await appoint(means, centre, { ...admin, roles: ['centre-admin'] })
  await means.system.registerCentre(lineOf(centre, begun.at))
  const done: Tenancy = { ...begun, status: 'active', version: begun.version + 1 }
  const answer = { ...centre, admin: { id, status } }
  await ctx.store.commit([{ ...change(Tenancy, begun, done, 'onboarded'), contended: true }], { answer })
  return answer
}

function faultsOf({ id, zone, settings }: Pick<OnboardInput, 'id' | 'zone' | 'settings'>): Fault[] {
  return [
    ...([allianceId, commons].includes(id) ? [{ pointer: '#/id', code: 'reserved-id' }] : []),
    ...(isZone(zone) ? [] : [{ pointer: '#/zone', code: 'unknown-zone' }]),
    ...measureFaults(settings.measures ?? [], '#/settings/measures'),
  ]
}

/** The id is this centre's from now on, for good: what was another's (its audit log) is never read by this one. */
async function begin(ctx: Context, { system }: Registry, id: string): Promise<Tenancy> {
  const known = await ctx.store.find(Tenancy, id)
  if (known?.status === 'begun') return known
  if (known !== undefined || (await system.findRegistered(id)) !== undefined) throw new Conflict('centre-exists')
  const begun: Tenancy = { id, version: 1, status: 'begun', at: ctx.now }
  return ctx.store.commit([{ ...create(Tenancy, begun, 'begun'), contended: true }], { partial: true })
}

/** Who has come between two attempts needs no other invitation. */
async function appoint(
  means: Registry & Beyond,
  centre: Centre,
  admin: InviteInput,
): Promise<Pick<Staff, 'id' | 'status'>> {
  const there = means.within(centre)
  try {
    return await invite(there, means, admin)
  } catch (error) {
    if (error instanceof Conflict && error.code === 'on-staff')
      return there.store.get(Staff, String(error.members.staff))
    throw error
  }
}

async function establish({ system, within }: Registry, centre: Centre): Promise<Centre> {
  const there = await system.findCentre(centre.id)
  if (there !== undefined) return there
  return within(centre).store.commit([{ ...create(Centre, centre, 'registered'), contended: true }])
}
