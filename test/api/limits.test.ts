import { randomUUID } from 'node:crypto'
import { handle } from 'hono/aws-lambda'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../functions/api/app.ts'
import { cookieName, newHandle } from '../../functions/api/auth/session.ts'
import { viewerHeader } from '../../functions/api/limits/address.ts'
import { Limiter, type SharedCounts } from '../../functions/api/limits/limiter.ts'
import { type PolicyName, policies } from '../../functions/api/limits/policies.ts'
import { centre } from '../support/centre.ts'
import { withPartner } from '../support/loop.ts'

interface Problem {
  readonly type: string
  readonly status: number
  readonly detail: string
}

/** A centre whose requests are counted. */
async function counted() {
  const at = await centre()
  const { deps, keys } = at.api
  // Counts of this test's own: the same address elsewhere is another.
  const limiter = new Limiter(deps.system, randomUUID())
  const app = createApp({ ...deps, limiter }, keys)
  /** @param address where API Gateway says that it comes from. */
  const ask = async (path: string, headers: Record<string, string> = {}, address?: string) => {
    const gateway = address === undefined ? {} : { requestContext: { identity: { sourceIp: address } } }
    const response = await app.request(`https://rx.test${path}`, { headers }, gateway)
    return { status: response.status, headers: response.headers, body: (await response.json()) as Problem }
  }
  const as = (credential: string, address?: string) => ask('/v1/me', { Authorization: `Bearer ${credential}` }, address)
  /** Uses up all of a quota but so many. */
  const use = async (name: PolicyName, who: string, left = 0) => {
    const uses = Array.from({ length: policies[name].quota - left }, () => limiter.use(name, who, deps.now()).shared)
    await Promise.all(uses)
  }
  return { at, app, ask, as, use }
}

describe('a person', () => {
  test('is told with every answer what the quota is, what is left of it, and until when', async () => {
    const { at, as } = await counted()
    at.api.pass({ seconds: 18 })
    const first = await as(at.navigator.credential)
    expect(first.status).toBe(200)
    expect(first.headers.get('RateLimit-Policy')).toBe('"person";q=600;w=60')
    expect(first.headers.get('RateLimit')).toBe('"person";r=599;t=42')
    expect((await as(at.navigator.credential)).headers.get('RateLimit')).toBe('"person";r=598;t=42')
  })

  test('who used it up is told when to come back, in their language, and others go on', async () => {
    const { at, ask, as, use } = await counted()
    at.api.pass({ seconds: 30 })
    await use('person', at.navigator.id, 1)
    expect((await as(at.navigator.credential)).headers.get('RateLimit')).toBe('"person";r=0;t=30')
    const headers = { Authorization: `Bearer ${at.navigator.credential}`, 'Accept-Language': 'fr' }
    const over = await ask('/v1/me', headers)
    expect(over.body).toMatchObject({
      type: 'urn:rx-community:problem:too-many-requests',
      status: 429,
      detail: expect.stringContaining('dans 30 secondes'),
      'violated-policies': ['person'],
    })
    expect(over.headers.get('Content-Type')).toBe('application/problem+json')
    expect(over.headers.get('Retry-After')).toBe('30')
    expect(over.headers.get('RateLimit')).toBe('"person";r=0;t=30')
    expect((await as(at.colleague.credential)).status).toBe(200)
    at.api.pass({ seconds: 30 })
    expect((await as(at.navigator.credential)).headers.get('RateLimit')).toBe('"person";r=599;t=60')
  })

  test('has one quota, whether they come with a token or signed in with a browser', async () => {
    const { at, ask, use } = await counted()
    const handle = newHandle()
    const now = at.api.deps.now()
    const person = { subject: at.navigator.id, tenant: at.id, staff: at.navigator.id }
    const expires = Math.floor(Date.parse(now) / 1000) + 3600
    await at.api.deps.system.saveSession({ digest: handle.digest, person, createdAt: now, seenAt: now, expires })
    await use('person', at.navigator.id)
    for (const headers of [
      { Authorization: `Bearer ${at.navigator.credential}` },
      { Cookie: `${cookieName}=${handle.value}` },
    ]) {
      expect((await ask('/v1/me', headers as Record<string, string>)).status).toBe(429)
    }
  })

  test('over the quota learns it before anything is read or written', async () => {
    const { at, ask, use } = await counted()
    await use('person', at.navigator.id)
    const headers = { Authorization: `Bearer ${at.navigator.credential}` }
    for (const path of ['/v1/clients/nobody', '/v1/nothing-there', '/v1/insights']) {
      expect((await ask(path, headers)).status).toBe(429)
    }
  })
})

test('a key has a quota of its own', async () => {
  const { at, as, use } = await counted()
  const { caller } = await withPartner(at)
  expect((await as(caller.credential)).headers.get('RateLimit')).toMatch(/^"key";r=299;t=\d+$/)
  await use('key', caller.id, 1)
  expect((await as(caller.credential)).status).toBe(429)
})

describe('an address', () => {
  const [here, there] = ['192.0.2.7', '198.51.100.9']

  test('that sends what does not hold, again and again, is told to wait; who has what holds comes in', async () => {
    const { at, ask, as } = await counted()
    for (let n = 0; n < policies.refused.quota; n += 1) expect((await as(`guess${n}`, here)).status).toBe(401)
    const over = await as('rxc_test_guess', here)
    expect([over.status, over.headers.get('Retry-After')]).toEqual([429, expect.stringMatching(/^\d+$/)])
    expect((await as('guess', there)).status).toBe(401)
    expect((await as(at.navigator.credential, here)).status).toBe(200)
    // Nobody is told to wait for a session that has ended, and without an address there is nothing to count by.
    expect((await ask('/v1/me', { Cookie: `${cookieName}=${newHandle().value}` }, here)).status).toBe(401)
    expect((await ask('/v1/me', {}, here)).status).toBe(401)
    expect((await as('guess')).status).toBe(401)
    at.api.pass({ seconds: policies.refused.window })
    expect((await as('guess', here)).status).toBe(401)
  })

  test('is what the edge saw, where the gateway sees the edge alone', async () => {
    const { ask, use } = await counted()
    const [edge, elsewhere] = ['203.0.113.1', '203.0.113.2']
    await use('refused', here)
    const from = async (address: string, through: string) => {
      const headers = { Authorization: 'Bearer guess', [viewerHeader]: address }
      return (await ask('/v1/me', headers, through)).status
    }
    expect([await from(here, edge), await from(here, elsewhere), await from(there, edge)]).toEqual([429, 429, 401])
  })

  test('is nothing that a request says by itself where there is no gateway', async () => {
    const { ask, use } = await counted()
    await use('refused', here)
    expect((await ask('/v1/me', { Authorization: 'Bearer guess', [viewerHeader]: here })).status).toBe(401)
  })

  test('is what the gateway saw, whatever the request says', async () => {
    const { ask, use } = await counted()
    await use('refused', here)
    const guess = { Authorization: 'Bearer guess', 'X-Forwarded-For': there, Forwarded: `for=${there}` }
    expect((await ask('/v1/me', guess, here)).status).toBe(429)
  })

  test('comes with the event that Lambda is called with', async () => {
    const { app, use } = await counted()
    await use('refused', here)
    const event = {
      httpMethod: 'GET',
      path: '/v1/me',
      resource: '/{proxy+}',
      headers: { Authorization: 'Bearer guess', 'X-Forwarded-For': there },
      body: null,
      isBase64Encoded: false,
      requestContext: { identity: { sourceIp: here }, domainName: 'rx.test' },
    }
    const called = async (sourceIp: string) => {
      const requestContext = { ...event.requestContext, identity: { sourceIp } }
      const answer = await handle(app)({ ...event, requestContext } as never, {} as never)
      return (answer as { statusCode: number }).statusCode
    }
    expect(await Promise.all([here, there].map(called))).toEqual([429, 401])
  })

  test('of the newer kind counts by the network that one subscriber has', async () => {
    const { as, use } = await counted()
    await use('refused', '2001:db8:0:1')
    const near = ['2001:db8:0:1::7', '2001:db8:0:1:ffff:ffff:ffff:ffff', '2001:DB8::1:0:0:0:9']
    const far = ['2001:db8:0:2::7', '2001:db8::7', '::1']
    for (const address of near) expect([address, (await as('guess', address)).status]).toEqual([address, 429])
    for (const address of far) expect([address, (await as('guess', address)).status]).toEqual([address, 401])
  })

  test('begins only so many sign-ins', async () => {
    const { at, ask, use } = await counted()
    await use('sign-in', here)
    const over = await ask('/auth/sign-in', {}, here)
    expect([over.status, over.headers.get('RateLimit-Policy')]).toEqual([429, '"sign-in";q=200;w=600'])
    expect(over.headers.getSetCookie()).toEqual([])
    expect((await ask('/v1/me', { Authorization: `Bearer ${at.navigator.credential}` }, here)).status).toBe(200)
  })
})

describe('the count', () => {
  const now = '2026-11-21T15:00:00.000Z'

  /** The shared count of the tests' database, with what was asked of it. */
  async function recorded() {
    const { api, id } = await centre()
    const added: [counter: string, uses: number, expires: number][] = []
    const secret = randomUUID()
    const counts: SharedCounts = {
      addUses: (...asked) => {
        added.push(asked)
        return api.deps.system.addUses(...asked)
      },
    }
    return { newLimiter: () => new Limiter(counts, secret), added, who: id }
  }

  test('is written once in a fortieth of a quota, and never for a request that is turned away', async () => {
    const { newLimiter, added, who } = await recorded()
    const limiter = newLimiter()
    const uses = (n: number) => Promise.all(Array.from({ length: n }, () => limiter.use('person', who, now).shared))
    await uses(14)
    expect(added).toHaveLength(0)
    await uses(586)
    expect(added.map(([, n]) => n)).toEqual(Array(40).fill(15))
    await uses(1_000)
    expect(added).toHaveLength(40)
  })

  test('names nobody: neither who it is of nor where they are can be read from it', async () => {
    const { newLimiter, added } = await recorded()
    const limiter = newLimiter()
    await limiter.use('sign-in-person', 'subject-of-somebody', now).shared
    for (let n = 0; n < 4; n += 1) await limiter.use('refused', '192.0.2.7', now).shared
    expect(added).toHaveLength(3)
    for (const [counter, , expires] of added) {
      expect(counter).toMatch(/^(refused|sign-in-person)#[\w-]{43}#1795273200$/)
      expect(expires).toBe(1_795_273_200 + 2 * 600)
    }
  })

  test.each([2, 10])('of %i copies of the function together stays near the quota', async (copies) => {
    const { newLimiter, who } = await recorded()
    const limiters = Array.from({ length: copies }, newLimiter)
    const { quota } = policies.person
    let admitted = 0
    for (let n = 0; n < 4 * quota; n += 1) {
      const use = limiters[n % copies]?.use('person', who, now)
      await use?.shared
      if (use?.isOver === false) admitted += 1
    }
    expect(admitted).toBeGreaterThanOrEqual(quota)
    expect(admitted).toBeLessThanOrEqual(quota + (copies * 2 * quota) / 40)
  })

  test('that cannot be shared turns nobody away', async () => {
    const { at } = await counted()
    const broken = new Limiter({ addUses: () => Promise.reject(new Error('The database is away.')) }, randomUUID())
    const app = createApp({ ...at.api.deps, limiter: broken }, at.api.keys)
    const headers = { Authorization: `Bearer ${at.navigator.credential}` }
    for (let n = 0; n < 20; n += 1) {
      const answer = await app.request('https://rx.test/v1/me', { headers })
      expect([answer.status, answer.headers.get('RateLimit')]).toEqual([200, expect.stringMatching(`;r=${599 - n};`)])
    }
  })
})

test('every policy has whole numbers that a header may carry, and a name that is one', () => {
  for (const [name, { quota, window }] of Object.entries(policies)) {
    expect(name).toMatch(/^[a-z-]+$/)
    expect([quota, window].every((n) => Number.isInteger(n) && n > 0)).toBe(true)
    expect(86_400 % window).toBe(0)
  }
})
