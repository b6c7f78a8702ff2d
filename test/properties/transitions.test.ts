import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidTransition } from '../../shared/core/errors.ts'
import type { Transitions } from '../../shared/core/transition.ts'
import { movePrescription } from '../../shared/prescriptions/move.ts'
import type { Prescription } from '../../shared/prescriptions/schema.ts'
import {
  isWithPartner,
  prescriptionStatuses,
  prescriptionTransitions,
  takesPlace,
} from '../../shared/prescriptions/status.ts'
import { moveReferral } from '../../shared/referrals/move.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { isOpen, referralStatuses, referralTransitions } from '../../shared/referrals/status.ts'

const over = ['completed', 'rejected', 'cancelled', 'failed'] as const
const at = (n: number) => new Date(Date.UTC(2026, 10, 21, 15, n)).toISOString()

const referral: Referral = {
  id: 'referral_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
  version: 1,
  client: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
  source: 'nurse',
  reasons: ['stress'],
  urgency: 'routine',
  status: 'requested',
  requestedAt: at(0),
  nextActionOn: '2026-12-05',
}
const prescription: Prescription = {
  id: 'prescription_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
  version: 1,
  client: referral.client,
  referral: referral.id,
  activity: 'activity_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
  activityName: { en: 'Ukulele', fr: 'Ukulélé' },
  supports: [],
  status: 'proposed',
  proposedAt: at(0),
  nextActionOn: '2026-11-21',
  timesAttended: 0,
}

interface Machine {
  readonly first: string
  readonly statuses: readonly string[]
  readonly transitions: Transitions<string>
  /** The thing in its next status. */
  move(thing: Thing, to: string, now: string): Thing
  readonly start: Thing
}
type Thing = { readonly status: string; readonly version: number; readonly closedAt?: string | undefined }

const machines: [string, Machine][] = [
  [
    'a referral',
    {
      first: 'requested',
      statuses: referralStatuses,
      transitions: referralTransitions,
      move: (thing, to, now) => moveReferral({ now }, thing as Referral, to as Referral['status']),
      start: referral,
    },
  ],
  [
    'a prescription',
    {
      first: 'proposed',
      statuses: prescriptionStatuses,
      transitions: prescriptionTransitions,
      move: (thing, to, now) => movePrescription({ now }, thing as Prescription, to as Prescription['status']),
      start: prescription,
    },
  ],
]

describe.each(machines)('the statuses of %s', (_, { first, statuses, transitions, move, start }) => {
  const status = fc.constantFrom(...statuses)
  const follow = (from: string) => transitions[from] ?? []

  test('are all reached from the first', () => {
    const reached = new Set([first])
    for (const one of reached) for (const next of follow(one)) reached.add(next)
    expect([...reached].toSorted()).toEqual([...statuses].toSorted())
  })

  test('never lead back to the first, nor to themselves', () => {
    for (const one of statuses) expect(follow(one)).not.toContain(first)
    for (const one of statuses) expect(follow(one)).not.toContain(one)
  })

  test('that are over lead only to entered-in-error, to which all others lead, and which leads nowhere', () => {
    for (const one of over) expect([one, follow(one)]).toEqual([one, ['entered-in-error']])
    for (const one of statuses) expect(follow(one).includes('entered-in-error')).toBe(one !== 'entered-in-error')
    expect(follow('entered-in-error')).toEqual([])
  })

  test('that are not over can all be brought to a good end', () => {
    const endsWell = new Set(['completed'])
    for (let before = 0; before < endsWell.size; ) {
      before = endsWell.size
      for (const one of statuses) if (follow(one).some((next) => endsWell.has(next))) endsWell.add(one)
    }
    const ended = new Set<string>([...over, 'entered-in-error'])
    for (const one of statuses) if (!ended.has(one)) expect([one, endsWell.has(one)]).toEqual([one, true])
  })

  test('change only as the table says, one version at a time, and a refusal says what is possible', () => {
    fc.assert(
      fc.property(status, status, (from, to) => {
        const before = Object.freeze({ ...start, status: from, version: 7 })
        if (follow(from).includes(to)) {
          expect(move(before, to, at(9))).toMatchObject({ status: to, version: 8 })
          return
        }
        const refusal = { from, to, allowed: follow(from) }
        expect(() => move(before, to, at(9))).toThrow(expect.objectContaining({ status: 409, members: refusal }))
        expect(() => move(before, to, at(9))).toThrow(InvalidTransition)
      }),
    )
  })

  test('on any way through, it is closed once, at the step that closes it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (choices) => {
        let now = start
        choices.forEach((choice, step) => {
          const possible = follow(now.status)
          const to = possible[choice % possible.length]
          if (to === undefined) return
          const after = move(now, to, at(step + 1))
          const isOver = (over as readonly string[]).includes(to) || to === 'entered-in-error'
          expect(after.closedAt).toBe(isOver ? (now.closedAt ?? at(step + 1)) : undefined)
          now = after
        })
        expect(now.version).toBeLessThanOrEqual(choices.length + 1)
      }),
    )
  })
})

test('a referral is open until it is over, and on somebody’s list for just as long', () => {
  const open = referralStatuses.filter(isOpen)
  expect(open).toEqual(['requested', 'accepted', 'in-progress', 'on-hold'])
  for (const one of open) expect(referralTransitions[one].length).toBeGreaterThan(1)
})

test('whoever takes a place, or waits for one, is known to the partner', () => {
  for (const one of prescriptionStatuses) if (takesPlace(one)) expect(isWithPartner(one)).toBe(true)
  expect(prescriptionStatuses.filter((one) => isWithPartner(one) && !takesPlace(one))).toEqual(['on-hold'])
})

test('a prescription keeps its turn on the waiting list only while it waits', () => {
  const asked = movePrescription({ now: at(1) }, prescription, 'requested')
  const waiting = movePrescription({ now: at(2) }, asked, 'on-hold')
  expect(waiting.waitingSince).toBe(at(2))
  expect(movePrescription({ now: at(3) }, waiting, 'accepted').waitingSince).toBeUndefined()
})

test('the reason of one status is not carried into the next', () => {
  const accepted = { ...referral, status: 'accepted' as const }
  const held = moveReferral({ now: at(1) }, accepted, 'on-hold', { statusReason: { code: 'away' } })
  expect(held.statusReason).toEqual({ code: 'away' })
  expect(moveReferral({ now: at(2) }, held, 'in-progress').statusReason).toBeUndefined()
})
