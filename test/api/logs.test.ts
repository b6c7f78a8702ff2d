import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cookieName } from '../../functions/api/auth/session.ts'
import { makeWorkerDeps } from '../../functions/worker/deps.ts'
import { onEvents } from '../../functions/worker/on-events.ts'
import { onOutbox } from '../../functions/worker/on-outbox.ts'
import { newBrowser } from '../../infra/local/browser.ts'
import { type Cast, centre, gather } from '../../infra/local/demo/cast.ts'
import { clockBehind } from '../../infra/local/demo/clock.ts'
import { lookingBack } from '../../infra/local/demo/looking-back.ts'
import { measuring } from '../../infra/local/demo/measuring.ts'
import { meeting } from '../../infra/local/demo/meeting.ts'
import { prescribing } from '../../infra/local/demo/prescribing.ts'
import { hearingBack, referring } from '../../infra/local/demo/referring.ts'
import { takingPart } from '../../infra/local/demo/taking-part.ts'
import { tell } from '../../infra/local/demo/tell.ts'
import { signInPeople } from '../../infra/local/people.ts'
import { type Stack, startStack } from '../../infra/local/stack.ts'
import { errorFields, log } from '../../shared/core/log.ts'

// Before anything that logs is loaded: every line, where other tests want none.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'DEBUG'
})

/** What is said of a person in this run. None of it may get to where it does not belong. */
const marks = {
  names: ['Fernande', 'Fern', 'Fiction', 'Zephyrine', 'Quillfeather'],
  addresses: ['519-555-0123', '5195550123', '519-555-7391', '5195557391', 'zephyrine@example.org', 'Elora'],
  dates: ['1951-04-12', '1938-02-27'],
  notes: [
    'After ten',
    'Sewing',
    'Lives alone',
    'Used to knit',
    'Would come if',
    'Knit with other',
    'Knits well',
    'A volunteer comes',
    'Comes every week',
    'first stitches',
    'She says her knee hurts',
    'Her brother must not know',
    'CHART-7391',
  ],
}

/** The way in that nobody listens to. */
const { fetch: quietly } = globalThis

let directory: string
let stack: Stack
let cast: Cast
/** Credentials that were in use. */
const tokens: string[] = []
/** Everything that left the product by a door that is not meant for personal information. */
const seen = { lines: '', urls: [] as string[], queued: [] as string[], problems: [] as string[] }

beforeAll(async () => {
  listenToEverything()
  directory = await mkdtemp(join(tmpdir(), 'rx-logs-'))
  const clock = clockBehind(125)
  const seed = { centres: [centre], clients: false } as const
  stack = await startStack({ directory, port: 0, prefix: 'rxc-logs', seed, now: clock.now })
  cast = await gather(stack, directory)
  tokens.push(...Object.values(cast).map(({ credential }) => credential))
  const loop = [
    ...referring,
    ...meeting,
    ...measuring('baseline'),
    ...prescribing,
    ...takingPart,
    ...lookingBack,
    ...hearingBack,
  ]
  const kept = await tell(loop, { url: stack.url, cast, clock, drained: stack.drained, say: () => {} })
  await beside(kept.get('client') ?? '')
  await mistakes()
  await breakages()
  await stack.drained()
}, 120_000)

afterAll(async () => {
  await stack?.stop()
  await rm(directory, { recursive: true, force: true })
})

/** Puts an ear to the process's output, to every request over HTTP and to every message that is queued. */
function listenToEverything(): void {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      seen.lines += chunk.toString()
      return true
    })
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...said) => {
      seen.lines += `${said.join(' ')}\n`
    })
  }
  const { fetch } = globalThis
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (to, init) => {
    const url = to instanceof Request ? to.url : String(to)
    const answer = await fetch(to, init)
    seen.urls.push(url, answer.headers.get('Location') ?? '', answer.headers.get('Link') ?? '')
    if (answer.status >= 400 && url.startsWith(stack.url)) seen.problems.push(await answer.clone().text())
    return answer
  })
  const queues = SQSClient.prototype as unknown as { send(...given: { input: object }[]): unknown }
  const { send } = queues
  vi.spyOn(queues, 'send').mockImplementation(function (this: typeof queues, ...given) {
    seen.queued.push(JSON.stringify(given[0]?.input))
    return send.apply(this, given)
  })
}

/** Sends a request as the demo's people do. @throws Error when the answer is not of this status. */
async function ask(status: number, by: keyof Cast, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { Authorization: `Bearer ${cast[by].credential}`, 'Content-Type': 'application/json' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await fetch(`${stack.url}${path}`, { method, headers, ...(body !== undefined && { body: text }) })
  if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

const zephyrine = {
  names: { given: 'Zephyrine', family: 'Quillfeather' },
  birthDate: '1938-02-27',
  locale: 'fr',
  town: 'Elora',
  chartNumber: 'CHART-7391',
  contactPoints: [
    { system: 'phone', value: '519-555-7391', preferred: true, safe: { voicemail: false, text: false } },
    { system: 'email', value: 'zephyrine@example.org', preferred: false, safe: { voicemail: false, text: false } },
  ],
}

/** What the demo does not do: search, lock a record and look behind the lock, sign in with a browser. */
async function beside(client: string): Promise<void> {
  await ask(201, 'navigator', 'POST', '/v1/clients', zephyrine)
  await ask(200, 'navigator', 'POST', '/v1/clients/search', { text: 'Zephyrine' })
  await ask(200, 'navigator', 'POST', '/v1/clients/search', { birthDate: '1938-02-27' })
  const me = (await ask(200, 'prescriber', 'GET', '/v1/me')) as { id: string }
  const lock = { scope: { kind: 'record' }, against: { kind: 'person', staff: me.id } }
  await ask(201, 'navigator', 'POST', `/v1/clients/${client}/directives`, lock)
  await ask(404, 'prescriber', 'GET', `/v1/clients/${client}`)
  const reason = 'She says her knee hurts badly.'
  await ask(201, 'prescriber', 'POST', '/v1/break-glass', { client, reason })
  await ask(200, 'prescriber', 'GET', `/v1/clients/${client}`)
  const person = (await signInPeople(stack.deps)).find(({ roles }) => roles.includes('champion'))
  const handle = await signInAs(person?.subject ?? '')
  const headers = { Cookie: `${cookieName}=${handle}`, Origin: stack.url }
  tokens.push(handle)
  await fetch(`${stack.url}/v1/me`, { headers })
  await fetch(`${stack.url}/auth/sign-out`, { method: 'POST', headers })
}

/** @returns the session cookie's value. */
async function signInAs(subject: string): Promise<string> {
  const [site, provider] = [newBrowser(), newBrowser()]
  let place = new URL((await site(`${stack.url}/auth/sign-in`)).headers.get('Location') ?? '')
  let answer = await provider(place)
  for (let next: string | null = null; !place.href.startsWith(stack.url); ) {
    next = answer.headers.get('Location')
    if (next) place = new URL(next, place)
    if (!place.href.startsWith(stack.url)) answer = await provider(place, next ? undefined : { subject })
  }
  const [cookie = ''] = (await site(place)).headers.getSetCookie()
  return /=([^;]+)/.exec(cookie)?.[1] ?? ''
}

/** Requests that end in refusals, each with something personal in it. */
async function mistakes(): Promise<void> {
  const wrong = [
    { ...zephyrine, birthDate: 'Zephyrine Quillfeather' },
    { ...zephyrine, locale: 'She says her knee hurts.', pronouns: 519_555_7391 },
    { ...zephyrine, contactPoints: [{ system: 'zephyrine@example.org', value: 'Her brother must not know.' }] },
    { ...zephyrine, notDuplicateOf: ['Zephyrine Quillfeather'] },
    '"Zephyrine Quillfeather, 519-555-7391"',
  ]
  for (const body of wrong) await ask(422, 'navigator', 'POST', '/v1/clients', body)
  const broken = '{"names": {"given": "Zephyrine", "family": Quillfeather'
  await ask(400, 'navigator', 'POST', '/v1/clients', broken)
  // What belongs in no address, in one all the same: the caller's doing, and still nothing for the log.
  const known = `Bearer ${cast.navigator.credential}`
  for (const [path, authorization] of [
    ['/v1/clients/Zephyrine', known],
    ['/v1/referrals?status=Zephyrine', known],
    ['/v1/nothing/Quillfeather', known],
    ['/Quillfeather/zephyrine@example.org', known],
    ['/auth/callback?error=access_denied&error_description=Zephyrine', ''],
    ['/auth/sign-in?next=/Zephyrine', ''],
    ['/v1/me', 'Bearer Zephyrine.Quillfeather.519-555-7391'],
    ['/v1/me', `Bearer rxc_local_${centre}.ZEPHYRINE_Quillfeather_00000000`],
  ] as const) {
    const answer = await quietly(`${stack.url}${path}`, { headers: { authorization }, redirect: 'manual' })
    seen.problems.push(await answer.text())
  }
}

/** An error as libraries throw it: with what it was about in its message, and lines in that which look like frames. */
function telling(): Error {
  const message = [
    'One or more parameter values were invalid: {"family":"Quillfeather"}',
    '    at Zephyrine Quillfeather (519-555-7391)',
    '    at Elora (She says her knee hurts:1:1)',
  ]
  return Object.assign(new Error(message.join('\n'), { cause: zephyrine }), { item: zephyrine })
}

/** Parts that fail in the middle of things, in the API and in the worker. */
async function breakages(): Promise<void> {
  const { middlewareStack } = stack.deps.database.documents
  const fail = () => async () => {
    throw telling()
  }
  middlewareStack.add(fail, { step: 'initialize', name: 'failing' })
  await ask(500, 'navigator', 'POST', '/v1/clients', zephyrine)
  await ask(500, 'prescriber', 'GET', '/v1/referrals?status=requested')
  middlewareStack.remove('failing')

  const deps = makeWorkerDeps(stack.environment)
  const { system } = deps
  vi.spyOn(system, 'findCentre').mockRejectedValue(telling())
  const body = JSON.stringify({ tenant: centre, message: 'message_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' })
  const queued = [body, 'Zephyrine Quillfeather', '{"message": "Zephyrine"}'].map((text) => ({ body: text }))
  const { batchItemFailures } = await onOutbox(deps)({ Records: queued as never })
  expect(batchItemFailures).toHaveLength(3)
  const keys = { pk: { S: `T#${centre}#CLIENT#c` }, sk: { S: 'EVENT#e' } }
  const record = { eventName: 'INSERT', dynamodb: { Keys: keys, NewImage: { ...keys, data: { M: {} } } } } as const
  // What a handler throws, Lambda writes to the log: its message and its stack.
  const thrown = await onEvents(deps)({ Records: [record] }).catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(Error)
  seen.lines += `${inspect(thrown, { depth: 5 })}\n`
}

describe.each(Object.keys(marks) as (keyof typeof marks)[])('%s are', (kind) => {
  // An id is drawn by lot, and a short name may be in it by chance.
  const ids = /[0-9A-HJKMNP-TV-Z]{26}/g
  const found = (text: string) => {
    const told = text.replace(ids, '').toLowerCase()
    return marks[kind].filter((mark) => told.includes(mark.toLowerCase()))
  }

  test('in no log line', () => expect(found(seen.lines)).toEqual([]))
  test('in no address', () => expect(found(decodeURIComponent(seen.urls.join('\n')))).toEqual([]))
  test('in no queued message', () => expect(found(seen.queued.join('\n'))).toEqual([]))
  test('in no problem document, but for the records that may be the same person', () => {
    const told = seen.problems.map((text) =>
      text.startsWith('{') ? JSON.stringify({ ...JSON.parse(text), candidates: [] }) : text,
    )
    expect(found(told.join('\n'))).toEqual([])
  })
  test('in no letter', async () => {
    const letters = join(directory, 'letters')
    const texts = await Promise.all((await readdir(letters)).map((name) => readFile(join(letters, name), 'utf8')))
    expect(texts.length).toBeGreaterThanOrEqual(4)
    expect(found(texts.join('\n'))).toEqual([])
  })
})

test('tokens, keys and session handles are in no log line, address, queued message or problem', () => {
  const everything = [seen.lines, ...seen.urls, ...seen.queued, ...seen.problems].join('\n')
  expect(tokens.length).toBeGreaterThan(5)
  for (const token of tokens) {
    expect(token.length).toBeGreaterThan(40)
    // Of a JWT, each part; of a key, its secret.
    for (const part of token.split(/[._]/)) if (part.length > 12) expect(everything.includes(part)).toBe(false)
  }
})

test('what was listened to was said: every request has its line, every failure its place in the code', () => {
  const lines = seen.lines.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  const said = (message: string) => lines.filter((line) => line.message === message)
  expect(said('request').length).toBeGreaterThan(80)
  expect(said('request')).toContainEqual(
    expect.objectContaining({ operation: 'acceptReferral', route: '/v1/referrals/:referral/accept', status: 200 }),
  )
  expect(said('request')).toContainEqual(expect.objectContaining({ route: '/v1/*', status: 404, problem: 'not-found' }))
  for (const message of ['unexpected', 'outbox', 'events']) {
    expect(said(message).length).toBeGreaterThan(0)
    expect(said(message)[0]).toMatchObject({ error: expect.stringMatching(/^\w+$/) })
  }
  expect(said('unexpected')[0].stack).toMatch(/^ {4}at .*logs\.test\.ts:\d+:\d+/)
  expect(seen.queued.length).toBeGreaterThanOrEqual(4)
  expect(seen.urls.length).toBeGreaterThan(100)
  expect(seen.problems.length).toBeGreaterThan(15)
})

describe('the logger', () => {
  const last = () => JSON.parse(seen.lines.trimEnd().split('\n').at(-1) ?? '')

  test('takes declared fields only, whatever it is handed', () => {
    const fields = { count: 1, client: 'Zephyrine Quillfeather', note: 'She says her knee hurts.' }
    log.info('tried', fields as never)
    expect(last()).toMatchObject({ message: 'tried', count: 1 })
    expect(Object.keys(last())).not.toContain('client')
  })

  test('shows a question mark for what does not look like its field', () => {
    log.error('said by Zephyrine', { route: 'She says her knee hurts.', status: '519' as never, event: 'fine' })
    expect(last()).toMatchObject({ message: '?', route: '?', status: '?', event: 'fine' })
  })

  test('says of an error its class and its place, whatever it is called and whatever its message looks like', () => {
    const error = Object.assign(telling(), { name: 'Zephyrine Quillfeather' })
    log.error('tried', errorFields(error))
    expect(last()).toMatchObject({ error: '?', stack: expect.stringMatching(/^ {4}at .*logs\.test\.ts/) })
    log.error('tried', errorFields('Zephyrine Quillfeather'))
    expect(last()).toMatchObject({ error: 'string' })
    log.error('tried', errorFields(Object.assign(new Error('x'), { stack: 'Zephyrine\n    at Quillfeather' })))
    expect(last()).not.toHaveProperty('stack')
  })
})
