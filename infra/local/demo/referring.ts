import { list, member, type Step } from './step.ts'

const fern = {
  names: { given: 'Fernande', family: 'Fiction', preferred: 'Fern' },
  birthDate: '1951-04-12',
  locale: 'en',
  contactPoints: [
    {
      system: 'phone',
      value: '519-555-0123',
      preferred: true,
      safe: { voicemail: true, text: false, note: 'After ten.' },
    },
  ],
  interests: ['crafts', 'helping-others', 'learning'],
  talents: ['Sewing and mending'],
  barriers: [{ code: 'companion' }],
}

/** The prescriber refers in under a minute, and the navigators see it. */
export const referring: readonly Step[] = [
  {
    by: 'prescriber',
    does: 'looks for Fern Fiction by a part of the name',
    send: ['POST', '/v1/clients/search', { text: 'ict' }],
    gives: [200, { items: [] }],
    became: 'nobody of that name is on file',
  },
  {
    by: 'prescriber',
    does: 'puts Fern on file',
    send: ['POST', '/v1/clients', fern],
    gives: [201, { status: 'active' }],
    became: 'the client is {status}',
    keeps: { client: 'id' },
  },
  {
    by: 'prescriber',
    does: 'tries to put Fern on file once more',
    send: ['POST', '/v1/clients', { ...fern, names: { given: 'Fernande', family: 'Fiction' } }],
    gives: [409, { type: 'urn:rx-community:problem:possible-duplicate' }],
    became: 'refused, {title}',
  },
  {
    by: 'prescriber',
    does: 'refers Fern to the navigators',
    send: [
      'POST',
      '/v1/referrals',
      {
        client: '{client}',
        source: 'nurse-practitioner',
        reasons: ['social-connection'],
        note: 'Lives alone since the spring. Used to knit with friends.',
      },
    ],
    gives: [201, { status: 'requested', client: '{client}' }],
    became: 'the referral is {status}',
    keeps: { referral: 'id' },
  },
  {
    by: 'navigator',
    does: 'opens Today, at what nobody has taken on yet',
    send: ['GET', '/v1/tasks?assignee=unassigned'],
    gives: [200, { items: [{ kind: 'new-referral', subject: '{referral}', clientName: 'Fern Fiction' }] }],
    became: 'one new referral, due on {items/0/dueOn}',
  },
  {
    by: 'navigator',
    does: 'takes the referral into the caseload',
    sees: '/v1/referrals/{referral}',
    send: ['POST', '/v1/referrals/{referral}/accept'],
    gives: [200, { status: 'accepted' }],
    became: 'the referral is {status}',
  },
]

/** The prescriber hears back without asking. */
export const hearingBack: readonly Step[] = [
  {
    by: 'prescriber',
    does: 'reads what came back, without having asked',
    settles: true,
    send: ['GET', '/v1/messages'],
    gives: [
      200,
      {
        items: ['closed', 'prescribed', 'first-contact', 'accepted'].map((moment) => ({
          moment,
          referral: '{referral}',
          status: 'sent',
        })),
      },
    ],
    became: 'four messages, the last one for the chart',
    shows: (body) => String(member(list(body, 'items')[0], 'text/en')).split('\n'),
  },
]
