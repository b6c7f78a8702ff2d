import { exactly, some } from './expect.ts'
import type { Step } from './step.ts'

const toInbox = '/v1/partner/prescriptions/{prescription}'

/** All that a partner may see of a person. */
const minimum = {
  id: '{prescription}',
  version: some('number'),
  activity: '{activity}',
  activityName: { en: 'Knitting and crafts table', fr: some('string') },
  supports: [{ code: 'companion', arranged: true, words: 'A volunteer comes along the first time.' }],
  noteToPartner: 'Knits well, and would rather arrive a little early.',
  status: 'requested',
  requestedAt: some('string'),
  timesAttended: 0,
  client: {
    name: 'Fern F.',
    locale: 'en',
    contactPoint: {
      system: 'phone',
      value: '519-555-0123',
      preferred: true,
      safe: { voicemail: true, text: false, note: 'After ten.' },
    },
  },
}

function session(name: string): Step {
  return {
    by: 'partner',
    does: `ticks the list of {${name}}`,
    after: `{${name}}`,
    send: [
      'PUT',
      `/v1/partner/activities/{activity}/sessions/{${name}}/attendances`,
      { attendances: [{ prescription: '{prescription}', result: 'attended' }] },
    ],
    gives: [200, { items: [{ result: 'attended' }] }],
    became: 'Fern {items/0/result}, and the prescription is in-progress',
    leaves: { by: 'navigator', path: '/v1/prescriptions/{prescription}', body: { status: 'in-progress' } },
  }
}

/** The partner answers and ticks its list, with its API key and nothing else. */
export const takingPart: readonly Step[] = [
  {
    by: 'partner',
    does: 'reads its inbox, and sees of Fern this and no more',
    send: ['GET', '/v1/partner/prescriptions'],
    gives: [200, { items: exactly([minimum]) }],
    became: 'one prescription, {items/0/status}',
    shows: (body) => JSON.stringify((body as { items: unknown[] }).items[0], null, 2).split('\n'),
  },
  {
    by: 'partner',
    does: 'takes Fern in',
    sees: toInbox,
    send: ['POST', `${toInbox}/answer`, { answer: 'accept' }],
    gives: [200, { status: 'accepted' }],
    became: 'the prescription is {status}',
  },
  nextSession('first'),
  session('first'),
  nextSession('second'),
  session('second'),
]

function nextSession(name: string): Step {
  return {
    by: 'partner',
    does: 'looks up when its group meets next',
    send: ['GET', '/v1/partner/activities/{activity}'],
    gives: [200, { id: '{activity}', status: 'active' }],
    became: 'on {next/date}',
    keeps: { [name]: 'next/date' },
  }
}
