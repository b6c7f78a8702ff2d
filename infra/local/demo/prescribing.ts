import { list, member, type Step } from './step.ts'

const toPrescription = '/v1/prescriptions/{prescription}'

/** Navigator and client choose together, and nothing of it leaves the centre without consent. */
export const prescribing: readonly Step[] = [
  {
    by: 'navigator',
    does: 'asks what would suit Fern',
    send: ['POST', '/v1/clients/{client}/matches', { limit: 3 }],
    gives: [200, { items: [{ activity: { name: { en: 'Knitting and crafts table' } } }, {}, {}] }],
    became: '{items/0/activity/name/en}, {items/1/activity/name/en}, {items/2/activity/name/en}',
    keeps: { activity: 'items/0/activity/id', organiser: 'items/0/activity/partner' },
    shows: (body) => list(body, 'items/0/reasons').map((reason) => `– ${member(reason, 'words/en')}`),
  },
  {
    by: 'navigator',
    does: 'puts it on the plan, with somebody to come along the first time',
    send: [
      'POST',
      '/v1/referrals/{referral}/prescriptions',
      {
        activity: '{activity}',
        supports: [{ code: 'companion', arranged: true, words: 'A volunteer comes along the first time.' }],
        noteToPartner: 'Knits well, and would rather arrive a little early.',
      },
    ],
    gives: [201, { status: 'proposed', partner: '{organiser}' }],
    became: 'the prescription is {status}',
    keeps: { prescription: 'id' },
  },
  {
    by: 'navigator',
    does: 'asks the organiser for a place before Fern has agreed to that',
    sees: toPrescription,
    send: ['POST', `${toPrescription}/request`, {}],
    gives: [409, { type: 'urn:rx-community:problem:consent-missing' }],
    became: 'refused, the prescription still proposed: {detail}',
    leaves: { path: toPrescription, body: { status: 'proposed' } },
  },
  {
    by: 'navigator',
    does: 'records that Fern agrees to share the minimum with the organiser',
    send: [
      'POST',
      '/v1/clients/{client}/consents',
      { scope: { kind: 'share', partner: '{organiser}' }, how: 'spoken' },
    ],
    gives: [201, { status: 'given' }],
    became: 'the consent is {status}',
    keeps: { consent: 'id' },
  },
  {
    by: 'navigator',
    does: 'asks the organiser for a place',
    sees: toPrescription,
    send: ['POST', `${toPrescription}/request`, {}],
    gives: [200, { status: 'requested', consent: '{consent}' }],
    became: 'the prescription is {status}',
  },
]
