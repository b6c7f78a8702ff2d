import fc from 'fast-check'
import { expect, test } from 'vitest'
import { referralReasons } from '../../shared/core/codes.ts'
import { newId } from '../../shared/core/ids.ts'
import { addDays } from '../../shared/core/time.ts'
import type { Kind } from '../../shared/db/kind.ts'
import { FollowUp, FollowUpSchema } from '../../shared/outcomes/schema.ts'
import { Prescription } from '../../shared/prescriptions/schema.ts'
import { prescriptionStatuses } from '../../shared/prescriptions/status.ts'
import { Referral } from '../../shared/referrals/schema.ts'
import { referralStatuses } from '../../shared/referrals/status.ts'
import { HandOff, HandOffSchema, TaskSchema } from '../../shared/tasks/schema.ts'
import { type Snapshot, taskOf } from '../../shared/tasks/task-of.ts'

const at = '2026-11-21T15:00:00.000Z'
const day = fc.integer({ min: -800, max: 800 }).map((days) => addDays('2026-11-21', days))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const idOf = (kind: string) => newId(kind, at)
const centre = { zone: 'America/Toronto' }
const staff = maybe(fc.constant(idOf('staff')))
const [client, referral] = [idOf('client'), idOf('referral')]

const referrals: fc.Arbitrary<Snapshot> = fc
  .record({
    status: fc.constantFrom(...referralStatuses),
    reasons: fc.subarray([...referralReasons], { minLength: 1, maxLength: 12 }),
    urgency: fc.constantFrom('routine', 'urgent'),
    navigator: staff,
    contactedAt: maybe(fc.constant(at)),
    prescribedAt: maybe(fc.constant(at)),
    partnerAnsweredAt: maybe(fc.constant(at)),
    nextActionOn: day,
  })
  .map((given): Referral => ({ ...given, id: idOf('referral'), version: 1, client, source: 'self', requestedAt: at }))

const prescriptions: fc.Arbitrary<Snapshot> = fc
  .record({ status: fc.constantFrom(...prescriptionStatuses), navigator: staff, nextActionOn: day })
  .map((given): Prescription => {
    const what = { activity: idOf('activity'), activityName: { en: 'Bingo', fr: 'Bingo' }, supports: [] }
    const about = { client, referral, proposedAt: at, timesAttended: 0 }
    return { ...given, ...what, ...about, id: idOf('prescription'), version: 1 }
  })

const followUps: fc.Arbitrary<Snapshot> = fc
  .record({
    status: fc.constantFrom(...FollowUpSchema.shape.status.options),
    phase: fc.constantFrom(...FollowUpSchema.shape.phase.options),
    navigator: staff,
    dueOn: day,
  })
  .map((given): FollowUp => {
    const { dueOn } = given
    const days = { opensOn: addDays(dueOn, -14), closesOn: addDays(dueOn, 42) }
    return { ...given, ...days, id: idOf('follow-up'), version: 1, client, referral }
  })

const handOffs: fc.Arbitrary<Snapshot> = fc
  .record({ status: fc.constantFrom(...HandOffSchema.shape.status.options), assignee: staff, dueOn: day })
  .map(
    (given): HandOff => ({ ...given, id: idOf('hand-off'), version: 1, client, referral, cause: 'x', createdAt: at }),
  )

const snapshots = fc.oneof(referrals, prescriptions, followUps, handOffs)
const kinds = [Referral, Prescription, FollowUp, HandOff] as Kind<never>[] as Kind<Snapshot>[]

const one = { id: idOf('referral'), version: 1, client, nextActionOn: '2026-11-21', requestedAt: at } as const
const waiting: Referral = { ...one, source: 'self', reasons: ['stress'], urgency: 'routine', status: 'accepted' }

/** The sort key under which the store would put it on a Today list. */
function sortKey(snapshot: Snapshot): string | undefined {
  return kinds.find(({ name }) => snapshot.id.startsWith(`${name}_`))?.indexes?.(snapshot).today?.[1]
}

test('whatever is on a Today list asks for something, unless it is a follow-up outside its window; nothing else does', () => {
  fc.assert(
    fc.property(snapshots, day, (snapshot, today) => {
      const isOutside = 'opensOn' in snapshot && (today < snapshot.opensOn || today > snapshot.closesOn)
      expect(taskOf(snapshot, { today, centre }) !== undefined).toBe(sortKey(snapshot) !== undefined && !isOutside)
    }),
    { numRuns: 500 },
  )
})

test('a first contact is due until somebody was reached, or prescribed to; a paused referral asks for its next action', () => {
  const kindOf = (given: Partial<Referral>) => taskOf({ ...waiting, ...given }, { today: '2026-11-21', centre })?.kind
  expect(kindOf({ status: 'requested' })).toBe('new-referral')
  expect([kindOf({}), kindOf({ status: 'in-progress' })]).toEqual(['first-contact', 'first-contact'])
  expect(kindOf({ status: 'in-progress', contactedAt: at })).toBe('next-action')
  expect(kindOf({ status: 'in-progress', prescribedAt: at })).toBe('next-action')
  expect(kindOf({ status: 'on-hold' })).toBe('next-action')
})

test('a partner’s answer is news on its day in the centre, and until a later day is planned', () => {
  // At 10 p.m. in Toronto: it is the 21st there, and not any more in Greenwich.
  const answered = { status: 'in-progress', partnerAnsweredAt: '2026-11-22T03:00:00.000Z' } as const
  const kindOf = (given: Partial<Referral>) =>
    taskOf({ ...waiting, ...answered, ...given }, { today: '2026-11-22', centre })?.kind
  expect(kindOf({ nextActionOn: '2026-11-21' })).toBe('partner-answered')
  expect(kindOf({ nextActionOn: '2026-11-21', status: 'on-hold' })).toBe('partner-answered')
  expect(kindOf({ nextActionOn: '2026-11-22', prescribedAt: at })).toBe('next-action')
  expect(kindOf({ nextActionOn: '2026-11-21', status: 'requested' })).toBe('new-referral')
})

test('every task is one that the API promises', () => {
  const glance = { clientName: 'Fern Fiction', locale: 'en', needsInterpreter: false, safeContact: false }
  fc.assert(
    fc.property(snapshots, day, (snapshot, today) => {
      const task = taskOf(snapshot, { today, centre })
      fc.pre(task !== undefined)
      TaskSchema.parse({ ...task, ...glance, doNotContact: false })
    }),
    { numRuns: 500 },
  )
})

test('a list in the order of the index is in the order of the due dates, the most overdue first', () => {
  fc.assert(
    fc.property(fc.array(snapshots, { maxLength: 30 }), day, (some, today) => {
      const due = some.filter((snapshot) => sortKey(snapshot) !== undefined)
      const byKey = due.toSorted((a, b) => ((sortKey(a) ?? '') < (sortKey(b) ?? '') ? -1 : 1))
      const tasks = byKey.flatMap((snapshot) => taskOf(snapshot, { today, centre }) ?? [])
      const dates = tasks.map(({ dueOn }) => dueOn)
      const overdue = tasks.map(({ daysOverdue }) => daysOverdue)
      expect(dates).toEqual(dates.toSorted())
      expect(overdue).toEqual(overdue.toSorted((a, b) => b - a))
    }),
  )
})

test('a task is overdue by the days from its due date to today, from the day after on', () => {
  fc.assert(
    fc.property(snapshots, day, (snapshot, today) => {
      const task = taskOf(snapshot, { today, centre })
      fc.pre(task !== undefined)
      if (task === undefined) return
      if (task.daysOverdue === 0) expect(task.dueOn >= today).toBe(true)
      else expect(addDays(task.dueOn, task.daysOverdue)).toBe(today)
    }),
  )
})
