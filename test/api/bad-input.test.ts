import { describe, expect, test } from 'vitest'
import type { Client } from '../../shared/clients/schema.ts'
import { scopeNames, staffRoles } from '../../shared/core/permissions.ts'
import type { Event } from '../../shared/db/event.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { testApi } from '../support/api.ts'
import type { Answer, Caller } from '../support/caller.ts'
import { centre, type TestCentre, withCaseload, withReferral } from '../support/centre.ts'
import { withActivity, withPartner } from '../support/loop.ts'
import { fill, operationsOf, real } from '../support/operations.ts'

interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly errors?: { pointer: string; code: string; detail: string }[]
}
type Refused = Answer<Problem>

/** What somebody typed that no answer may repeat. */
const marker = 'xylophone'

/** An answer that refuses: a problem document in the language asked for, which gives nothing away. */
function refusal(answer: Refused, language = 'en'): [number, string] {
  const { status, body, headers } = answer
  expect(headers.get('Content-Type')).toBe('application/problem+json')
  expect(headers.get('Content-Language')).toBe(language)
  expect(body).toMatchObject({
    type: expect.stringMatching(/^urn:rx-community:problem:[a-z-]+$/),
    title: expect.stringMatching(/^[^{}]+$/),
    detail: expect.stringMatching(/^[^{}]+\.$/),
    instance: expect.stringMatching(/^urn:rx-community:request:request_[0-9A-Z]{26}$/),
    status,
  })
  for (const { pointer, detail } of body.errors ?? []) {
    expect([typeof pointer, detail]).toEqual(['string', expect.stringMatching(/^[^{}]+\.$/)])
  }
  const said = JSON.stringify(body)
  expect(said).not.toMatch(new RegExp(marker, 'i'))
  expect(said).not.toMatch(/\.ts\b|node_modules|Error:| {4}at |dynamo|zod|"fault\.|"problem\./i)
  return [status, body.type.replace('urn:rx-community:problem:', '')]
}

const faults = ({ body }: Refused) => body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)

/** A centre with a client and a referral, and what can be written to them. */
async function scene() {
  const at = await centre()
  const { client, referral } = await withReferral(at)
  const writes: [name: string, method: string, path: string, body: object][] = [
    ['creating', 'POST', '/v1/clients', { names: { given: 'Flora', family: 'Fable' }, locale: 'en' }],
    ['searching', 'POST', '/v1/clients/search', { text: 'fern' }],
    ['changing', 'PATCH', `/v1/clients/${client.id}`, { town: 'Elora' }],
    ['referring', 'POST', '/v1/referrals', { client: client.id, source: 'nurse', reasons: ['stress'] }],
    ['declining', 'POST', `/v1/referrals/${referral.id}/reject`, { reason: { code: 'unsafe' } }],
  ]
  const state = async () => ({
    client: await at.navigator.must<Client>('GET', `/v1/clients/${client.id}`),
    referral: await at.navigator.must<Referral>('GET', `/v1/referrals/${referral.id}`),
    told: (await at.navigator.must<{ items: Event[] }>('GET', `/v1/clients/${client.id}/timeline`)).items,
    found: await at.navigator.must('POST', '/v1/clients/search', { body: { text: 'fable' } }),
  })
  return { at, client, referral, writes, state, before: await state() }
}
const shared = scene()

/** Sends bytes as they are, with whatever headers. */
async function raw(
  at: TestCentre,
  method: string,
  path: string,
  body: BodyInit,
  headers: Record<string, string> = { 'Content-Type': 'application/json' },
): Promise<Refused> {
  const response = await at.api.app.request(`https://rx.test${path}`, {
    method,
    headers: { Authorization: `Bearer ${at.navigator.credential}`, 'If-Match': '"1"', ...headers },
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  } as RequestInit)
  return { status: response.status, body: (await response.json()) as Problem, headers: response.headers }
}

const bytes = (text: string) => new TextEncoder().encode(text)
const streamed = (text: string) =>
  new ReadableStream({
    start(controller) {
      for (let from = 0; from < text.length; from += 65_536) controller.enqueue(bytes(text.slice(from, from + 65_536)))
      controller.close()
    },
  })

describe('a body that is not JSON', () => {
  test.each([
    ['nothing', ''],
    ['half of it', '{"names":{"given":"xylophone"'],
    ['a trailing comma', '{"text":"xylophone",}'],
    ['single quotes', "{'text':'xylophone'}"],
    ['two values', '{"text":"xylophone"}{"text":"fern"}'],
    ['a bare word', 'xylophone'],
    ['NaN', '{"text":NaN}'],
    ['a raw line break in a text', '{"text":"xylo\nphone"}'],
    ['zero bytes', '\u0000\u0000\u0000'],
    ['a form', 'text=xylophone'],
  ])('%s is 400', async (_, body) => {
    const { at, writes, state, before } = await shared
    for (const [, method, path] of writes) {
      expect(refusal(await raw(at, method, path, body))).toEqual([400, 'malformed-json'])
    }
    expect(await state()).toEqual(before)
  })

  test.each([
    ['text/plain'],
    ['application/xml'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/jsonp'],
    ['json'],
    [''],
  ])('said to be %s is 415', async (type) => {
    const { at, writes, state, before } = await shared
    for (const [, method, path, body] of writes) {
      const answer = await raw(at, method, path, bytes(JSON.stringify(body)), { 'Content-Type': type })
      expect(refusal(answer)).toEqual([415, 'unsupported-media-type'])
    }
    expect(await state()).toEqual(before)
  })

  test('said to be nothing is 415', async () => {
    const { at, writes, state, before } = await shared
    for (const [, method, path, body] of writes) {
      expect(refusal(await raw(at, method, path, bytes(JSON.stringify(body)), {}))).toEqual([
        415,
        'unsupported-media-type',
      ])
    }
    expect(await state()).toEqual(before)
  })

  test('in another encoding than UTF-8 is refused before letters are lost', async () => {
    const { at } = await shared
    const latin = Buffer.from('{"names":{"given":"Élise","family":"Côté"},"locale":"fr"}', 'latin1')
    const answer = await raw(at, 'POST', '/v1/clients', latin)
    expect([refusal(answer)[0], faults(answer)]).toEqual([
      422,
      ['#/names/given lone-surrogate', '#/names/family lone-surrogate'],
    ])
  })

  test.each([['application/json; charset=utf-8'], ['APPLICATION/JSON']])('%s is JSON', async (type) => {
    const { at } = await shared
    expect((await raw(at, 'POST', '/v1/clients/search', '{"text":"fern"}', { 'Content-Type': type })).status).toBe(200)
  })
})

describe('a body over 256 KB', () => {
  const json = { 'Content-Type': 'application/json' }
  const padded = (length: number) => {
    const empty = JSON.stringify({ text: '' })
    return JSON.stringify({ text: 'x'.repeat(length - empty.length) })
  }
  const most = 256 * 1024

  const ways: [string, (body: string) => [BodyInit, Record<string, string>]][] = [
    ['with its length said', (body) => [body, { ...json, 'Content-Length': String(body.length) }]],
    ['with its length unsaid', (body) => [bytes(body), json]],
    ['in chunks', (body) => [streamed(body), { ...json, 'Transfer-Encoding': 'chunked' }]],
    [
      'in chunks, with a length that lies',
      (body) => [streamed(body), { ...json, 'Transfer-Encoding': 'chunked', 'Content-Length': '9' }],
    ],
  ]

  test.each(ways)('%s is 413, and one byte less is read', async (_, sent) => {
    const { at, writes, state, before } = await shared
    for (const [, method, path] of writes) {
      expect(refusal(await raw(at, method, path, ...sent(padded(most + 1))))).toEqual([413, 'too-large'])
    }
    const answer = await raw(at, 'POST', '/v1/clients/search', ...sent(padded(most)))
    expect(faults(answer)).toEqual(['#/text too-big-text'])
    expect(await state()).toEqual(before)
  })
})

describe('a body that breaks a rule', () => {
  const names = { given: 'Flora', family: 'Fable' }
  const client = (given: object) => ['POST', '/v1/clients', { names, locale: 'en', ...given }] as const
  const rule: [string, readonly [string, string, unknown], string[]][] = [
    ['an unknown field', client({ xylofon: 1 }), ['#/xylofon unknown-field']],
    ['unknown fields, each named', client({ a: 1, b: 2 }), ['#/a unknown-field', '#/b unknown-field']],
    ['an unknown field inside', client({ names: { ...names, middle: 'X' } }), ['#/names/middle unknown-field']],
    ['a field with a slash', client({ 'a/b~c': 1 }), ['#/a~1b~0c unknown-field']],
    ['February 30', client({ birthDate: '1951-02-30' }), ['#/birthDate date']],
    ['February 29 of a common year', client({ birthDate: '1951-02-29' }), ['#/birthDate date']],
    ['month 13', client({ birthDate: '1951-13-01' }), ['#/birthDate date']],
    ['day 0', client({ birthDate: '1951-01-00' }), ['#/birthDate date']],
    ['a date without dashes', client({ birthDate: '19510412' }), ['#/birthDate date']],
    ['an instant for a date', client({ birthDate: '1951-04-12T00:00:00Z' }), ['#/birthDate date']],
    ['a number for a date', client({ birthDate: 19510412 }), ['#/birthDate type']],
    ['tomorrow’s birth', client({ birthDate: '2026-11-22' }), ['#/birthDate future-date']],
    [
      '100,000 characters',
      client({ names: { ...names, given: marker.repeat(11_112) } }),
      ['#/names/given too-big-text'],
    ],
    ['a zero byte', client({ names: { ...names, given: 'Fl\u0000ora' } }), ['#/names/given control-character']],
    ['a terminal escape', client({ town: '\u001b[31mElora' }), ['#/town control-character']],
    ['a C1 control character', client({ town: 'El\u0085ora' }), ['#/town control-character']],
    ['only what nobody sees', client({ town: '\u200b\u200d' }), ['#/town empty']],
    ['only spaces', client({ town: ' \u00a0\u2003 ' }), ['#/town empty']],
    ['a high surrogate alone', client({ names: { ...names, given: 'Fl\ud800ora' } }), ['#/names/given lone-surrogate']],
    ['a low surrogate alone', client({ names: { ...names, family: '\udc00' } }), ['#/names/family lone-surrogate']],
    ['a huge number', client({ position: { latitude: 1e308, longitude: 0 } }), ['#/position/latitude too-big']],
    ['an object for a text', client({ town: { name: marker } }), ['#/town type']],
    ['a list for an object', client({ names: [marker] }), ['#/names type']],
    ['an object for a list', client({ interests: { 0: marker } }), ['#/interests type']],
    ['a text for a boolean', client({ safeContact: 'true' }), ['#/safeContact type']],
    ['null for what is required', client({ names: null }), ['#/names type']],
    [
      'an id of another kind',
      client({ notDuplicateOf: ['referral_01JD3Y6Q5V8Z9K2M4N6P8R0T1W'] }),
      ['#/notDuplicateOf/0 form'],
    ],
    [
      'an id with lower-case letters',
      client({ notDuplicateOf: ['client_01jd3y6q5v8z9k2m4n6p8r0t1w'] }),
      ['#/notDuplicateOf/0 form'],
    ],
  ]

  test.each(rule)('%s is 422 and says where', async (_, [method, path, body], expected) => {
    const { at, state, before } = await shared
    const english: Refused = await at.navigator.send(method, path, { body })
    const headers = { 'Accept-Language': 'fr-CA' }
    const french: Refused = await at.navigator.send(method, path, { body, headers })
    expect([refusal(english), refusal(french, 'fr')]).toEqual(Array(2).fill([422, 'invalid-input']))
    expect([faults(english), faults(french)]).toEqual([expected, expected])
    expect(french.body.detail).not.toBe(english.body.detail)
    expect(french.body.errors?.[0]?.detail).not.toBe(english.body.errors?.[0]?.detail)
    expect(await state()).toEqual(before)
  })

  test('numbers beyond numbers, and keys that reach for prototypes, are refused and reach nothing', async () => {
    const { at, state, before } = await shared
    const valid = '"names":{"given":"Flora","family":"Fable"},"locale":"en"'
    const bodies = [
      `{${valid},"position":{"latitude":1e999,"longitude":0}}`,
      `{${valid},"equity":{"peopleSupported":9007199254740993}}`,
      `{${valid},"equity":{"peopleSupported":1.5}}`,
      `{${valid},"__proto__":{"polluted":true}}`,
      `{${valid},"constructor":{"prototype":{"polluted":true}}}`,
      `{"names":{"given":"Flora","family":"Fable","__proto__":{"polluted":true}},"locale":"en"}`,
      `{${valid},"equity":{"__proto__":{"gender":"polluted"}}}`,
      `{${valid},"hasOwnProperty":1,"toString":2}`,
      '{"__proto__":null}',
    ]
    for (const body of bodies) {
      expect([body, ...refusal(await raw(at, 'POST', '/v1/clients', body))]).toEqual([body, 422, 'invalid-input'])
    }
    expect(({} as { polluted?: true }).polluted).toBeUndefined()
    expect(await state()).toEqual(before)
  })

  test('nested a hundred thousand deep is refused', async () => {
    const { at } = await shared
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    for (const body of [deep, `{"names":${deep}}`, `{"${marker.slice(0, 4)}":${deep}}`]) {
      const [status] = refusal(await raw(at, 'POST', '/v1/clients', body))
      expect([400, 422]).toContain(status)
    }
  })

  test('wrong in a hundred thousand places gets an answer that somebody can read', async () => {
    const { at } = await shared
    const keys = Object.fromEntries(Array.from({ length: 12_000 }, (_, n) => [`k${n}`, n]))
    const bodies = [keys, { interests: Array(60_000).fill(1) }, { ['k'.repeat(200_000)]: 1 }]
    for (const body of bodies) {
      const answer: Refused = await at.navigator.post('/v1/clients', body)
      expect(refusal(answer)[0]).toBe(422)
      expect(JSON.stringify(answer.body).length).toBeLessThan(10_000)
    }
  })

  test('what it does not change is kept as it was typed, tidied', async () => {
    const at = await centre()
    const { names, town } = await at.navigator.must<Client>('POST', '/v1/clients', {
      body: { names: { given: ' E\u0301lise ', family: 'O’Neil' }, locale: 'fr', town: 'Mount\n\tForest' },
    })
    expect([names.given, names.family, town]).toEqual(['Élise', 'O’Neil', 'Mount Forest'])
  })
})

describe('the address', () => {
  test('of a thing of another kind, or of no kind, is 404', async () => {
    const { at, client, referral } = await shared
    const ids = [
      client.id,
      referral.id.replace('referral', 'client'),
      referral.id.toLowerCase(),
      `${referral.id}x`,
      'null',
      '%00',
      '%ZZ',
      '..%2f..%2fhealth',
      '*',
      "';DROP TABLE care;--",
      `${marker}😀`,
      'x'.repeat(5_000),
    ]
    for (const id of ids) {
      for (const path of [`/v1/referrals/${id}`, `/v1/referrals/${id}/timeline`]) {
        expect(refusal(await at.navigator.get(path))).toEqual([404, 'not-found'])
      }
      expect(refusal(await at.navigator.post(`/v1/referrals/${id}/accept`, undefined, { ifMatch: 1 }))[0]).toBe(404)
    }
  })

  test('that leads nowhere is 404, signed in or on a public page', async () => {
    const { at } = await shared
    for (const path of ['/v1/clientele', '/v1', '/v1/', '/v2/clients', '/', '/nothing', '/v1/clients/x/y/z']) {
      expect(refusal(await at.navigator.get(path))).toEqual([404, 'not-found'])
    }
  })

  test('with a method that is not its own is 405 and says which are', async () => {
    const { at, client, referral, state, before } = await shared
    const asked = [
      ['DELETE', `/v1/clients/${client.id}`, 'GET, PATCH'],
      ['PUT', `/v1/clients/${client.id}`, 'GET, PATCH'],
      ['PATCH', '/v1/referrals', 'GET, POST'],
      ['GET', `/v1/referrals/${referral.id}/accept`, 'POST'],
      ['OPTIONS', '/v1/me', 'GET, PATCH'],
    ] as const
    for (const [method, path, allow] of asked) {
      const answer: Refused = await at.navigator.send(method, path)
      expect([...refusal(answer), answer.headers.get('Allow')?.split(', ').toSorted().join(', ')]).toEqual([
        405,
        'method-not-allowed',
        allow,
      ])
    }
    expect(await state()).toEqual(before)
  })
})

describe('a query', () => {
  test.each([
    ['limit=0', '/query/limit too-small'],
    ['limit=-1', '/query/limit too-small'],
    ['limit=', '/query/limit too-small'],
    ['limit=101', '/query/limit too-big'],
    ['limit=1e9', '/query/limit too-big'],
    ['limit=1.5', '/query/limit type'],
    ['limit=abc', '/query/limit type'],
    ['limit=NaN', '/query/limit type'],
    ['limit=Infinity', '/query/limit type'],
    ['limit=1&limit=2', '/query/limit type'],
    ['cursor=a&cursor=b', '/query/cursor type'],
    ['page=2', '/query/page unknown-field'],
    ['constructor=1', '/query/constructor unknown-field'],
    ['status=requested&status=accepted', '/query/status not-a-choice'],
    ['status=everything', '/query/status not-a-choice'],
    ['client=referral_01JD3Y6Q5V8Z9K2M4N6P8R0T1W', '/query/client form'],
    [`cursor=${'x'.repeat(1_001)}`, '/query/cursor too-big-text'],
  ])('%s is 422', async (query, fault) => {
    const { at } = await shared
    const answer: Refused = await at.navigator.get(`/v1/referrals?${query}`)
    expect([refusal(answer)[0], faults(answer)]).toEqual([422, [fault]])
  })

  test('that reaches for a prototype changes nothing', async () => {
    const { at } = await shared
    for (const query of ['__proto__=1', '__proto__[limit]=1', 'limit[]=1', '%00=1', '%ZZ=1', '&&&', '=']) {
      expect([200, 422]).toContain((await at.navigator.get(`/v1/referrals?${query}`)).status)
    }
  })
})

describe('a cursor', () => {
  /** Lists with more than a page, of a centre and its neighbour. */
  async function lists() {
    const api = await testApi()
    const [at, other] = [await centre({ api }), await centre({ api })]
    for (const one of [at, other]) for (let n = 0; n < 3; n += 1) await withReferral(one)
    const { items } = await at.navigator.must<{ items: Referral[] }>('GET', '/v1/referrals')
    const client = items[0]?.client ?? ''
    const paths: [string, (caller: Caller, cursor?: string) => Promise<Refused & Answer<{ nextCursor?: string }>>][] = [
      ['referrals', (caller, cursor) => caller.get(`/v1/referrals?limit=1${also(cursor)}`)],
      [
        'a prescriber’s',
        (caller, cursor) => caller.get(`/v1/referrals?prescriber=${at.prescriber.id}&limit=1${also(cursor)}`),
      ],
      ['a timeline', (caller, cursor) => caller.get(`/v1/clients/${client}/timeline?limit=1${also(cursor)}`)],
      ['staff', (caller, cursor) => caller.get(`/v1/staff?limit=1${also(cursor)}`)],
      ['names', (caller, cursor) => caller.post(`/v1/clients/search?limit=1${also(cursor)}`, { text: 'fer' })],
      ['other names', (caller, cursor) => caller.post(`/v1/clients/search?limit=1${also(cursor)}`, { text: 'fern' })],
      ['tasks', (caller, cursor) => caller.get(`/v1/tasks?assignee=unassigned&limit=1${also(cursor)}`)],
    ]
    return { at, other, paths }
  }
  const also = (cursor: string | undefined) => (cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`)
  const set = lists()

  test('is good for the list that gave it, and for no other', async () => {
    const { at, paths } = await set
    for (const [name, list] of paths) {
      const { nextCursor } = (await list(at.navigator)).body
      expect([name, typeof nextCursor]).toEqual([name, 'string'])
      expect([name, (await list(at.navigator, nextCursor)).status]).toEqual([name, 200])
      for (const [elsewhere, another] of paths) {
        if (elsewhere === name) continue
        const answer = await another(at.navigator, nextCursor)
        expect([name, elsewhere, refusal(answer)[0], faults(answer)]).toEqual([
          name,
          elsewhere,
          422,
          ['/query/cursor foreign-cursor'],
        ])
      }
    }
  })

  test('of another centre is refused, and so is one that was changed in any place', async () => {
    const { at, other, paths } = await set
    for (const [, list] of paths) {
      const { nextCursor = '' } = (await list(at.navigator)).body
      const [payload = '', mark = ''] = nextCursor.split('.')
      const keys = JSON.parse(Buffer.from(payload, 'base64url').toString())
      const forged = (to: object) => Buffer.from(JSON.stringify(to)).toString('base64url')
      const flip = (text: string, n: number) => text.slice(0, n) + (text[n] === 'A' ? 'B' : 'A') + text.slice(n + 1)
      const wrong = [
        nextCursor.slice(0, -1),
        nextCursor.slice(1),
        payload,
        `${payload}.`,
        `.${mark}`,
        '.',
        `${nextCursor}.${mark}`,
        flip(nextCursor, 5),
        flip(nextCursor, nextCursor.length - 2),
        `${forged({ ...keys, pk: 'T#other' })}.${mark}`,
        `${forged({})}.${mark}`,
        `${payload}.${'é'.repeat(11)}`,
        forged({ pk: 'CLIENT#1', sk: 'ENTITY' }),
        'null',
        '😀',
        'e30=',
      ]
      for (const cursor of wrong) {
        const answer = await list(at.navigator, cursor)
        expect([cursor, refusal(answer)[0], faults(answer)]).toEqual([cursor, 422, ['/query/cursor foreign-cursor']])
      }
      const theirs = (await list(other.navigator)).body.nextCursor
      if (theirs) expect((await list(at.navigator, theirs)).status).toBe(422)
      expect([422, 404]).toContain((await list(other.navigator, nextCursor)).status)
    }
  })
})

describe('If-Match', () => {
  test.each([
    ['*'],
    ['W/"1"'],
    ['1'],
    ['"2"'],
    ['"0"'],
    ['"abc"'],
    ['""'],
    [''],
    ['"1", "2"'],
    ['"-1"'],
    ['"1.0"'],
    ['"01"'],
    ['"99999999999999999999"'],
    ['"1"; DROP'],
  ])('%s is 412: it is not the version that is', async (header) => {
    const { at, client, referral, state, before } = await shared
    const headers = { 'If-Match': header }
    const answers: Refused[] = [
      await at.navigator.patch(`/v1/clients/${client.id}`, { town: 'Elora' }, { headers }),
      await at.navigator.post(`/v1/referrals/${referral.id}/accept`, undefined, { headers }),
      await at.navigator.post(`/v1/referrals/${referral.id}/reject`, { reason: { code: 'unsafe' } }, { headers }),
    ]
    expect(answers.map((answer) => refusal(answer))).toEqual(Array(3).fill([412, 'precondition-failed']))
    expect(await state()).toEqual(before)
  })

  test('left out is 428', async () => {
    const { at, client, referral, state, before } = await shared
    const answers: Refused[] = [
      await at.navigator.patch(`/v1/clients/${client.id}`, { town: 'Elora' }),
      await at.navigator.post(`/v1/referrals/${referral.id}/accept`),
    ]
    expect(answers.map((answer) => refusal(answer))).toEqual(Array(2).fill([428, 'precondition-required']))
    expect(await state()).toEqual(before)
  })
})

describe('Idempotency-Key', () => {
  const keyed = (key: string) => ({ 'Idempotency-Key': key })

  test.each([['x'.repeat(101)], ['two words'], [''], ['tab\there'], ['caf\u00e9']])('%s is 400', async (key) => {
    const { at, state, before } = await shared
    const body = { names: { given: 'Flora', family: 'Fable' }, locale: 'en' }
    expect(refusal(await at.navigator.post('/v1/clients', body, { headers: keyed(key) }))).toEqual([
      400,
      'idempotency-key',
    ])
    expect(await state()).toEqual(before)
  })

  test('of another request is 422, and that one is not carried out', async () => {
    const { at, client, referral, writes, state } = await scene()
    await at.navigator.must('PATCH', `/v1/clients/${client.id}`, {
      body: { town: 'Fergus' },
      ifMatch: 1,
      headers: keyed('k'),
    })
    const before = await state()
    for (const [name, method, path, body] of writes) {
      if (name === 'searching') continue
      const ifMatch = name === 'changing' ? 2 : 1
      const answer: Refused = await at.navigator.send(method, path, { body, ifMatch, headers: keyed('k') })
      expect([name, ...refusal(answer)]).toEqual([name, 422, 'idempotency-mismatch'])
    }
    const accept: Refused = await at.navigator.post(`/v1/referrals/${referral.id}/accept`, undefined, {
      ifMatch: 1,
      headers: keyed('k'),
    })
    expect(refusal(accept)).toEqual([422, 'idempotency-mismatch'])
    expect(await state()).toEqual(before)
  })

  test('is one person’s: another’s same word is another key', async () => {
    const at = await centre()
    const send = (caller: Caller, family: string) =>
      caller.post<Client>('/v1/clients', { names: { given: 'Flora', family }, locale: 'en' }, { headers: keyed('one') })
    const answers = [await send(at.navigator, 'Fable'), await send(at.colleague, 'Fiction')]
    expect(answers.map(({ status, body }) => [status, body.names.family])).toEqual([
      [201, 'Fable'],
      [201, 'Fiction'],
    ])
  })

  test('of a request that was refused is still good', async () => {
    const at = await centre()
    const send = (given: string) =>
      at.navigator.post('/v1/clients', { names: { given, family: 'Fable' }, locale: 'en' }, { headers: keyed('again') })
    expect((await send('')).status).toBe(422)
    expect((await send('Flora')).status).toBe(201)
  })

  test('clicked four times at once, anything has one effect and one answer', async () => {
    const { at, writes, referral, client } = await scene()
    const clicks = writes
      .filter(([name]) => name !== 'searching')
      .map(([name, method, path, body]) => async () => {
        const ifMatch = name === 'changing' ? client.version : referral.version
        const send = () => at.navigator.send<{ id: string }>(method, path, { body, ifMatch, headers: keyed(name) })
        return { name, answers: await Promise.all([send(), send(), send(), send()]), late: await send() }
      })
    for (const click of clicks) {
      const { name, answers, late } = await click()
      const [first] = answers
      expect([name, first?.status]).toEqual([name, name === 'creating' || name === 'referring' ? 201 : 200])
      for (const answer of [...answers, late]) {
        expect({ name, status: answer.status, body: answer.body }).toEqual({
          name,
          status: first?.status,
          body: first?.body,
        })
        expect(answer.headers.get('ETag')).toBe(first?.headers.get('ETag'))
        expect(answer.headers.get('Location')).toBe(first?.headers.get('Location'))
      }
      expect(answers.filter(({ headers }) => headers.get('Idempotency-Replayed') === null)).toHaveLength(1)
      expect(late.headers.get('Idempotency-Replayed')).toBe('true')
    }
    const made = await at.navigator.must<{ items: object[] }>('POST', '/v1/clients/search', { body: { text: 'fable' } })
    expect(made.items).toHaveLength(1)
    const referrals = await at.navigator.must<{ items: object[] }>('GET', `/v1/referrals?client=${client.id}`)
    expect(referrals.items).toHaveLength(2)
  })
})

describe('whatever the operation', () => {
  const all = async () => {
    const at = await centre()
    const person = await at.person([...staffRoles])
    const partner = await withPartner(at, scopeNames)
    const activity = await withActivity(at, { partner: partner.id })
    const { client, referral } = await withCaseload(at)
    const post = (path: string, body: object) => at.navigator.must<{ id: string }>('POST', path, { body })
    const share = { scope: { kind: 'share', partner: partner.id }, how: 'spoken' }
    const made = [
      await post(`/v1/clients/${client.id}/consents`, share),
      await post(`/v1/referrals/${referral.id}/contacts`, { channel: 'phone', result: 'reached' }),
      await post(`/v1/referrals/${referral.id}/goals`, { words: 'Sing with others.' }),
      await post(`/v1/referrals/${referral.id}/prescriptions`, { activity: activity.id }),
    ]
    const ids = [...made, activity, partner, client, referral, at.navigator].map(({ id }) => id)
    const operations = operationsOf(at.api)
    const as = (permission: string | null) => (/^(inbox|listings):/.test(permission ?? '') ? partner.caller : person)
    return { at, as, operations, ids }
  }
  const everything = all()
  /** After which a quota of requests begins anew. */
  const aMinute = { seconds: 61 }

  test('a body that is no object, or has a field nobody knows, is refused with a problem', async () => {
    const { at, as, operations } = await everything
    const bodies = ['[]', 'null', '"x"', '42', 'true', `{"${marker.slice(0, 3)}known":1}`, '{"__proto__":{"a":1}}']
    for (const { method, path, permission, hasBody, example } of operations) {
      if (!hasBody) continue
      at.api.pass(aMinute)
      for (const body of bodies) {
        const answer: Refused = await as(permission).send(method, fill(path), { body, ifMatch: 1 })
        const [status] = refusal(answer)
        expect([method, path, body, status]).toEqual([method, path, body, 422])
      }
      const body = { ...(example as object), nobodyKnows: 1 }
      const unknown: Refused = await as(permission).send(method, fill(path), { body, ifMatch: 1 })
      expect([path, faults(unknown)]).toEqual([path, ['#/nobodyKnows unknown-field']])
    }
  })

  test('any part of a body replaced by something hostile is refused with a problem, or taken as it is', async () => {
    const { at, as, operations, ids } = await everything
    const hostile = [
      null,
      [],
      {},
      -1,
      1e308,
      '',
      `${marker}\u0000`,
      `${marker}\ud800`,
      marker.repeat(11_112),
      '9999-99-99',
      ['__proto__'],
    ]
    for (const { method, path, permission, example } of operations) {
      if (example === undefined) continue
      at.api.pass(aMinute)
      const usual = JSON.parse(real(JSON.stringify(example), ids))
      const mutants = places(usual).flatMap((place) => hostile.map((value) => replaced(usual, place, value)))
      const send = (body: unknown) =>
        as(permission).send<Problem>(method, fill(path, ids), { body: body ?? 'null', ifMatch: 1 })
      for (let from = 0; from < mutants.length; from += 20) {
        for (const answer of await Promise.all(mutants.slice(from, from + 20).map(send))) {
          expect([method, path, answer.status < 500]).toEqual([method, path, true])
          if (answer.status >= 400) refusal(answer)
        }
      }
    }
  })

  test('a schedule that never ends, or fires more than once a day, is refused wherever one is taken', async () => {
    const { at, as, operations } = await everything
    const rules = [
      ['FREQ=DAILY', 'schedule-endless'],
      ['FREQ=WEEKLY;BYDAY=TU;UNTIL=99991231T000000Z', 'schedule-endless'],
      ['FREQ=SECONDLY;COUNT=10', 'schedule-too-often'],
      ['FREQ=DAILY;BYHOUR=1,2,3;COUNT=10', 'schedule-too-often'],
      ['FREQ=DAILY;COUNT=501', 'schedule-too-many'],
      [marker, 'schedule-unreadable'],
    ]
    const schedule = { start: '2026-11-24T13:30', durationMinutes: 90, zone: 'America/Toronto' }
    const taking = operations.filter(({ method, path }) => method === 'POST' && path.endsWith('/activities'))
    expect(taking).toHaveLength(2)
    at.api.pass(aMinute)
    for (const { method, path, permission, example } of taking) {
      for (const [rrule, code] of rules) {
        const body = { ...(example as object), schedule: { ...schedule, rrule } }
        const answer: Refused = await as(permission).send(method, path, { body })
        expect([path, refusal(answer)[0], faults(answer)]).toEqual([path, 422, [`#/schedule/rrule ${code}`]])
      }
    }
  })

  test('without credentials it is 401, and without the permission 403 with its name', async () => {
    const { at, operations } = await everything
    const nobody = await at.person([])
    for (const { method, path, permission } of operations) {
      at.api.pass(aMinute)
      const anonymous = await at.api.app.request(`https://rx.test${fill(path)}`, { method })
      expect([method, path, anonymous.status]).toEqual([method, path, 401])
      if (permission === null) continue
      const answer = await nobody.send<Problem & { permission: string }>(method, fill(path), { ifMatch: 1 })
      expect([method, path, refusal(answer)[0], answer.body.permission]).toEqual([method, path, 403, permission])
    }
  })

  test('what takes the version seen says so when it is left out or is none', async () => {
    const { at, as, operations } = await everything
    for (const { method, path, permission, example, takesVersion } of operations) {
      if (!takesVersion) continue
      at.api.pass(aMinute)
      const send = (headers: Record<string, string>) =>
        as(permission).send<Problem>(method, fill(path), { ...(example !== undefined && { body: example }), headers })
      expect([path, refusal(await send({}))[0]]).toEqual([path, 428])
      expect([path, refusal(await send({ 'If-Match': '*' }))[0]]).toEqual([path, 412])
    }
  })
})

type Place = readonly (string | number)[]

/** Every place in a JSON value, the value itself first. */
function places(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]))]
}

function replaced(value: unknown, [first, ...rest]: Place, by: unknown): unknown {
  if (first === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  copy[first] = replaced(copy[first], rest, by)
  return copy
}
