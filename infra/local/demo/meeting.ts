import type { Step } from './step.ts'

const toReferral = '/v1/referrals/{referral}'

/** The navigator gets to know the client: contact, what matters, how things are now. */
export const meeting: readonly Step[] = [
  {
    by: 'navigator',
    does: 'rings and nobody answers',
    send: ['POST', `${toReferral}/contacts`, { channel: 'phone', result: 'no-answer' }],
    gives: [201, { result: 'no-answer' }],
    became: 'to be tried again on {nextActionOn}, the referral still accepted',
    leaves: { path: toReferral, body: { status: 'accepted' } },
  },
  {
    by: 'navigator',
    does: 'rings two days later and reaches Fern',
    after: 2,
    send: [
      'POST',
      `${toReferral}/contacts`,
      {
        channel: 'phone',
        result: 'reached',
        minutes: 12,
        note: 'Would come if somebody comes along the first time.',
        writtenTogether: true,
      },
    ],
    gives: [201, { result: 'reached' }],
    became: 'the referral is in-progress',
    leaves: { path: toReferral, body: { status: 'in-progress' } },
  },
  {
    by: 'navigator',
    does: 'writes down what matters to Fern',
    send: ['POST', `${toReferral}/goals`, { words: 'Knit with other people once a week.' }],
    gives: [201, { status: 'active', reviews: [] }],
    became: '“{words}”',
    keeps: { goal: 'id' },
  },
]
