import { randomBytes } from 'node:crypto'
import { type Activity, Activity as ActivityKind } from '../../shared/activities/schema.ts'
import { mintApiKey } from '../../shared/core/api-key.ts'
import type { Scope } from '../../shared/core/permissions.ts'
import { create } from '../../shared/db/event.ts'
import { ApiKey, Partner } from '../../shared/partners/schema.ts'
import type { Prescription } from '../../shared/prescriptions/schema.ts'
import { Caller } from './caller.ts'
import { type TestCentre, withCaseload } from './centre.ts'

/** A community organisation that the centre works with, and a key of its own. */
export async function withPartner(
  at: TestCentre,
  scopes: readonly Scope[] = ['prescriptions:read', 'prescriptions:answer', 'activities:write', 'attendances:write'],
): Promise<{ id: string; caller: Caller }> {
  const ctx = at.context()
  const partner: Partner = {
    id: ctx.id('partner'),
    version: 1,
    name: { en: 'Test Seniors’ Association', fr: 'Association d’essai des aînés' },
    languages: ['en'],
    status: 'active',
  }
  await ctx.store.commit([create(Partner, partner, 'created')])
  const id = ctx.id('key')
  const { key, digest } = mintApiKey('test', at.id, id)
  const apiKey: ApiKey = {
    id,
    version: 1,
    partner: partner.id,
    name: 'test',
    scopes: [...scopes],
    createdAt: ctx.now,
    expiresAt: '2028-01-01T00:00:00.000Z',
    digest,
  }
  await ctx.store.commit([create(ApiKey, apiKey, 'created')])
  return { id: partner.id, caller: new Caller(at.api, id, key) }
}

/** A listing of the centre, weekly on Tuesdays from September to June. */
export async function withActivity(at: TestCentre, given: Partial<Activity> = {}): Promise<Activity> {
  const ctx = at.context()
  const activity: Activity = {
    id: ctx.id('activity'),
    version: 1,
    owner: at.id,
    name: { en: `Ukulele ${randomBytes(2).toString('hex')}`, fr: 'Ukulélé' },
    description: { en: 'Learn a few songs together.', fr: 'Apprendre quelques chansons ensemble.' },
    category: 'arts-culture',
    tags: ['music'],
    languages: ['en'],
    schedule: {
      start: '2026-09-08T13:30',
      durationMinutes: 90,
      zone: 'America/Toronto',
      rrule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T035959Z',
    },
    location: { kind: 'place', name: { en: 'Hall', fr: 'Salle' }, town: 'Guelph' },
    cost: { kind: 'free' },
    accessibility: [],
    barriersAnswered: [],
    admission: 'capacity',
    contact: {},
    volunteerRoles: [],
    leaders: [],
    visibility: { kind: 'centre' },
    verifiedOn: '2026-11-01',
    status: 'active',
    createdAt: ctx.now,
    ...given,
  }
  return ctx.store.commit([create(ActivityKind, activity, 'created')])
}

/** A prescription that is proposed for a client of its own. */
export async function withProposal(at: TestCentre, activity: Activity): Promise<Prescription> {
  const { referral } = await withCaseload(at)
  return at.navigator.must('POST', `/v1/referrals/${referral.id}/prescriptions`, { body: { activity: activity.id } })
}

/** A prescription that was asked for, with a place or, with `waitlist`, in line for one. */
export async function withRequest(at: TestCentre, activity: Activity, waitlist = false): Promise<Prescription> {
  const proposal = await withProposal(at, activity)
  return at.navigator.must('POST', `/v1/prescriptions/${proposal.id}/request`, {
    body: { waitlist },
    ifMatch: proposal.version,
  })
}
