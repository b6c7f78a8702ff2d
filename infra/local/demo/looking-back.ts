import { containing } from './expect.ts'
import { measuring } from './measuring.ts'
import { list, member, type Step } from './step.ts'

/** Three months on: how far the goal was reached, how things are now, and the loop closes. */
export const lookingBack: readonly Step[] = [
  {
    by: 'navigator',
    does: 'looks up when to ask again',
    send: ['GET', '/v1/referrals/{referral}/follow-ups'],
    gives: [200, { items: [{ phase: '3-months', status: 'upcoming' }, { phase: '6-months' }, { phase: '12-months' }] }],
    became: 'the first follow-up is {items/0/status}, due on {items/0/dueOn}',
    keeps: { due: 'items/0/dueOn' },
  },
  {
    by: 'navigator',
    does: 'opens Today on {due}',
    after: '{due}',
    send: ['GET', '/v1/tasks'],
    gives: [200, { items: containing({ kind: 'follow-up', referral: '{referral}', dueOn: '{due}', daysOverdue: 0 }) }],
    became: 'the follow-up is on the list',
  },
  {
    by: 'navigator',
    does: 'asks Fern how far the goal was reached',
    sees: '/v1/goals/{goal}',
    send: [
      'POST',
      '/v1/goals/{goal}/review',
      { level: 1, note: 'Comes every week, and shows others the first stitches.' },
    ],
    gives: [200, { level: 1 }],
    became: 'somewhat more than hoped (+{level})',
  },
  {
    by: 'navigator',
    does: 'reads the T-score',
    send: ['GET', '/v1/referrals/{referral}/goals'],
    gives: [200, { tScore: 60 }],
    became: '{tScore}, where 50 is as hoped',
  },
  ...measuring('3-months'),
  {
    by: 'navigator',
    does: 'compares with the baseline, beside Fern',
    send: ['GET', '/v1/referrals/{referral}/outcomes/comparison'],
    gives: [
      200,
      { items: containing({ instrument: 'ucla-3', baseline: 8, followUp: 5, change: -3, result: 'improved' }) },
    ],
    became: 'this is what changed in three months',
    shows: (body) => list(body, 'items').map(change),
  },
  {
    by: 'navigator',
    does: 'ends the prescription, since Fern now comes by herself',
    sees: '/v1/prescriptions/{prescription}',
    send: ['POST', '/v1/prescriptions/{prescription}/complete', { reason: { code: 'goals-met' } }],
    gives: [200, { status: 'completed', timesAttended: 2 }],
    became: 'the prescription is {status}',
  },
  {
    by: 'partner',
    does: 'looks at its inbox again',
    send: ['GET', '/v1/partner/prescriptions'],
    gives: [200, { items: [] }],
    became: 'what is over is no longer the partner’s to see',
  },
  {
    by: 'navigator',
    does: 'closes the referral',
    sees: '/v1/referrals/{referral}',
    send: ['POST', '/v1/referrals/{referral}/complete', { reason: { code: 'goals-met' } }],
    gives: [200, { status: 'completed' }],
    became: 'the referral is {status}',
  },
]

function change(line: unknown): string {
  const [instrument, baseline, followUp, result] = ['instrument', 'baseline', 'followUp', 'result'].map((name) =>
    member(line, name),
  )
  return `${String(instrument).padEnd(18)} ${baseline} → ${followUp}  ${result}`
}
