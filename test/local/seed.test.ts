import { beforeAll, expect, test } from 'vitest'
import { growSeed, type Seed } from '../../infra/local/seed/seed.ts'
import { checkSchedule } from '../../shared/activities/schedule.ts'
import { type Activity, ActivitySchema } from '../../shared/activities/schema.ts'
import { AttendanceSchema } from '../../shared/attendances/schema.ts'
import { CentreSchema } from '../../shared/centres/schema.ts'
import { type Client, ClientSchema } from '../../shared/clients/schema.ts'
import { ConsentSchema } from '../../shared/consents/schema.ts'
import { ContactSchema } from '../../shared/contacts/schema.ts'
import { parseApiKey, secretMatches } from '../../shared/core/api-key.ts'
import { roleNames } from '../../shared/core/permissions.ts'
import { GoalSchema } from '../../shared/goals/schema.ts'
import { type Message, MessageSchema } from '../../shared/messages/schema.ts'
import { FollowUpSchema, type Outcome, OutcomeSchema } from '../../shared/outcomes/schema.ts'
import { type ApiKey, PartnerSchema } from '../../shared/partners/schema.ts'
import { type Prescription, PrescriptionSchema } from '../../shared/prescriptions/schema.ts'
import { prescriptionStatuses } from '../../shared/prescriptions/status.ts'
import { type Referral, ReferralSchema } from '../../shared/referrals/schema.ts'
import { referralStatuses } from '../../shared/referrals/status.ts'
import { type Staff, StaffSchema } from '../../shared/staff/schema.ts'

const asked = { environment: 'local', prefix: 'seed', now: '2026-11-21T15:00:00.000Z' }

/** Every kind of thing that the seed makes, by the schema that the API answers with. */
const schemas = {
  activity: ActivitySchema,
  attendance: AttendanceSchema,
  centre: CentreSchema,
  client: ClientSchema,
  consent: ConsentSchema,
  contact: ContactSchema,
  'follow-up': FollowUpSchema,
  goal: GoalSchema,
  message: MessageSchema,
  outcome: OutcomeSchema,
  partner: PartnerSchema,
  prescription: PrescriptionSchema,
  referral: ReferralSchema,
  staff: StaffSchema,
} as const

let seed: Seed

beforeAll(async () => {
  seed = await growSeed(asked, { centres: ['guelph', 'temiskaming'] })
})

test.each(Object.entries(schemas))('every %s is as the API would answer it', (kind, schema) => {
  const entities = all(kind)
  expect(entities.length).toBeGreaterThan(0)
  for (const entity of entities) expect(schema.safeParse(entity).error).toBeUndefined()
})

test.each(['guelph', 'temiskaming'])('%s has referrals and prescriptions in every status', (centre) => {
  const statuses = (kind: string) => new Set(all<Referral | Prescription>(kind, centre).map(({ status }) => status))
  expect(statuses('referral')).toEqual(new Set(referralStatuses))
  expect(statuses('prescription')).toEqual(new Set(prescriptionStatuses))
})

test('each centre has its 25 activities, each on days that can be worked out, one of them unverified for months', () => {
  const activities = all<Activity>('activity', 'guelph')
  expect(activities).toHaveLength(25)
  for (const { schedule } of activities) expect(schedule === undefined ? [] : checkSchedule(schedule)).toEqual([])
  expect(activities.filter(({ verifiedOn }) => verifiedOn < '2026-08-23').map(({ name }) => name.en)).toEqual([
    'Good food box',
  ])
  const kinds = all<Activity>('activity').map(({ visibility }) => visibility.kind)
  expect(new Set(kinds)).toEqual(new Set(['centre', 'shared', 'provincial']))
})

test('English and French are both there, in texts and in people', () => {
  for (const { name, description } of all<Activity>('activity')) {
    expect(name.fr).not.toBe(name.en)
    expect(description.fr).not.toBe(description.en)
  }
  const locales = all<Client>('client').map(({ locale }) => locale)
  expect(locales.filter((locale) => locale === 'fr').length).toBeGreaterThan(5)
  expect(locales.filter((locale) => locale === 'en').length).toBeGreaterThan(5)
})

test('nobody’s phone or mail address could be somebody’s', () => {
  const text = JSON.stringify(seed.entries)
  const phones = text.match(/\b\d{3}[-. ]\d{3}[-. ]\d{4}\b/g) ?? []
  expect(phones.length).toBeGreaterThan(50)
  expect(phones.filter((phone) => !/-555-01\d\d$/.test(phone))).toEqual([])
  const mails = text.match(/[\w.+-]+@[\w.-]+/g) ?? []
  expect(mails.filter((mail) => !mail.endsWith('.example.org'))).toEqual([])
})

test('people of every role work at each centre, and the Alliance has its own', () => {
  const staff = all<Staff>('staff')
  expect(new Set(staff.flatMap(({ roles }) => roles))).toEqual(new Set(roleNames))
  expect(all<Staff>('staff', 'alliance').map(({ roles }) => roles)).toEqual([
    ['alliance-evaluator'],
    ['alliance-admin'],
  ])
})

test('nothing happened in the future, and nothing waits to be sent', () => {
  expect(all<Referral>('referral').filter(({ requestedAt }) => requestedAt > asked.now)).toEqual([])
  expect(all<Message>('message').filter(({ status }) => status !== 'sent')).toEqual([])
})

test('some were measured again after three months', () => {
  const phases = all<Outcome>('outcome', 'guelph').map(({ phase }) => phase)
  expect(phases.filter((phase) => phase === '3-months').length).toBeGreaterThanOrEqual(14)
  expect(phases.filter((phase) => phase === 'baseline').length).toBeGreaterThan(
    phases.filter((phase) => phase === '3-months').length,
  )
})

test('the keys that are handed out are the keys that are on file', () => {
  const onFile = new Map(all<ApiKey>('key').map((key) => [key.id, key]))
  const keys = Object.values(seed.keys).flatMap((partners) => Object.values(partners))
  expect(keys).toHaveLength(12)
  for (const key of keys) {
    const parsed = parseApiKey(key)
    expect(secretMatches(parsed?.secret ?? '', onFile.get(parsed?.id ?? '')?.digest ?? '')).toBe(true)
  }
})

test('the same day gives the same data, apart from ids', async () => {
  const again = await growSeed(asked, { centres: ['guelph', 'temiskaming'] })
  const before = withoutChance(seed)
  expect(withoutChance(again).filter((entry, n) => entry !== before[n])).toEqual([])
})

/** The entities of a kind, of one centre or of all. */
function all<T = { id: string }>(kind: string, centre = '[a-z-]+'): T[] {
  const address = new RegExp(`^T#${centre}#${kind.toUpperCase()}#`)
  return seed.entries
    .filter(({ Item: { pk, sk } }) => sk === 'ENTITY' && address.test(String(pk)))
    .map(({ Item }) => Item.data as T)
}

/** Ids by the order in which they come, nothing that is drawn from them, and no secrets. */
function withoutChance({ entries }: Seed): string[] {
  const ids = new Map<string, string>()
  const name = (id: string) => {
    const known = ids.get(id) ?? `#${ids.size}`
    ids.set(id, known)
    return known
  }
  return entries.map((entry) =>
    JSON.stringify(entry)
      .replace(/(?<=_)[0-9A-HJKMNP-TV-Z]{26}/g, name)
      .replace(/(?<=#ALL#)[0-9a-f]/, '')
      .replace(/"digest":"\w+"/, ''),
  )
}
