import { Centre, defaultSettings } from '../../../shared/centres/schema.ts'
import { lineOf } from '../../../shared/centres/standing.ts'
import type { Role } from '../../../shared/core/permissions.ts'
import { create } from '../../../shared/db/event.ts'
import { engage, type Staff } from '../../../shared/staff/schema.ts'
import type { SeedCentre } from './content/centres.ts'
import { texts } from './content/texts.ts'
import { type DrawnName, emailOf, nameDrawer } from './names.ts'
import { random } from './random.ts'
import type { Stage } from './stage.ts'

/** How many work in each role. */
const positions: readonly Role[] = [
  'prescriber',
  'prescriber',
  'navigator',
  'navigator',
  'navigator',
  'evaluator',
  'champion',
  'champion',
  'centre-admin',
]

/** A centre with its people, listed in the registry. */
export async function openCentre(
  stage: Stage,
  about: SeedCentre,
  at: string,
): Promise<{ centre: Centre; staff: readonly Staff[]; admin: Staff }> {
  const { id, name, town, zone, phone, lat, lon, kinds, mostClientsSpeak: locale } = about
  const centre: Centre = {
    id,
    version: 1,
    name,
    town,
    zone,
    phone,
    position: { latitude: lat, longitude: lon },
    kinds,
    locale,
    status: 'active',
    settings: { ...defaultSettings, ...(texts[id] && { texts: texts[id] }) },
  }
  const draw = nameDrawer(random(`${id} staff`), locale)
  const staff = await employ(
    stage,
    centre,
    positions.map((role) => ({ role, name: draw() })),
    at,
  )
  await stage.system.registerCentre(lineOf(centre, at))
  const admin = staff.find(({ roles }) => roles.includes('centre-admin'))
  if (admin === undefined) throw new Error('A centre without an administrator.')
  return { centre, staff, admin }
}

/** Puts a centre and its people on file, each bound to the subject that the identity provider signs them in as. */
export async function employ(
  stage: Stage,
  centre: Centre,
  people: readonly { readonly role: Role; readonly name: DrawnName }[],
  at: string,
): Promise<readonly Staff[]> {
  const ctx = stage.itself(centre, at)
  await ctx.store.commit([create(Centre, centre, 'registered')])
  const staff: Staff[] = []
  for (const { role, name } of people) {
    const id = ctx.id('staff')
    const member: Staff = {
      id,
      version: 1,
      name: `${name.given.preferred ?? name.given.name} ${name.family}`,
      email: emailOf(name, centre.id),
      roles: [role],
      locale: name.pool.language,
      status: 'active',
      subject: id,
      joinedAt: at,
    }
    await ctx.store.commit(engage(member))
    await stage.system.registerPerson({ subject: id, tenant: centre.id, staff: id })
    staff.push(member)
  }
  return staff
}
