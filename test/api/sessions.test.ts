import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../functions/api/app.ts'
import { cookieName, newHandle } from '../../functions/api/auth/session.ts'
import { newBrowser } from '../../infra/local/browser.ts'
import { startIdentity } from '../../infra/local/identity.ts'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import { Centre } from '../../shared/centres/schema.ts'
import { change } from '../../shared/db/event.ts'
import { Staff } from '../../shared/staff/schema.ts'
import type { Caller } from '../support/caller.ts'
import { centre, type TestCentre } from '../support/centre.ts'

const site = 'https://rx.test'
const clientId = 'rx-console'

/** A centre whose people sign in with a real identity provider, and browsers to do it with. */
async function front() {
  const at = await centre()
  const directory = await mkdtemp(join(tmpdir(), 'rxc-identity-'))
  const people = [at.navigator, at.colleague, { id: 'stranger' }].map(({ id }) => ({
    subject: id,
    name: id,
    roles: [],
    centre: 'Maple',
    centreId: at.id,
    locale: 'en' as const,
  }))
  const redirectUris = [`${site}/auth/callback`]
  const audience = 'https://api.rx.test'
  const options = { port: 0, directory, clientId, audience, redirectUris, people: async () => people }
  const identity = await startIdentity(options)
  onTestFinished(async () => {
    await identity.stop()
    await rm(directory, { recursive: true })
  })
  const oidc = { ...at.api.deps.config.oidc, issuer: identity.issuer }
  const app = createApp({ ...at.api.deps, config: { ...at.api.deps.config, oidc } }, at.api.keys)
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.request(new URL(path, site).href, { method, headers })
  const token = (subject: string, claims = {}) => at.api.token(subject, { iss: identity.issuer, ...claims })
  return { at, ask, token, browser: () => new Browser(ask) }
}

type Ask = (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>

/** A browser that can sign in, with what it holds of our cookie. */
class Browser {
  handle = ''
  /** How often the provider asked who it is. */
  asked = 0
  readonly #ask: Ask
  readonly #provider = newBrowser()

  constructor(ask: Ask) {
    this.#ask = ask
  }

  async visit(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
    const answer = await this.#ask(path, { ...(this.handle && { Cookie: this.cookie }), ...headers }, method)
    for (const line of answer.headers.getSetCookie()) this.handle = /^[^=]+=([^;]*)/.exec(line)?.[1] ?? ''
    return answer
  }

  get cookie(): string {
    return `${cookieName}=${this.handle}`
  }

  /** Goes to the provider and chooses a person there. @returns the way back, not yet taken. */
  async choose(subject: string, query = ''): Promise<URL> {
    let place = new URL((await this.visit(`/auth/sign-in${query}`)).headers.get('Location') ?? '')
    let answer = await this.#provider(place)
    for (;;) {
      const next = answer.headers.get('Location')
      if (next) place = new URL(next, place)
      if (place.origin === site) return place
      if (!next) this.asked += 1
      answer = await this.#provider(place, next ? undefined : { subject })
    }
  }

  async signIn(subject: string, query?: string): Promise<Response> {
    return this.visit((await this.choose(subject, query)).href)
  }

  async signOut(): Promise<Response> {
    return this.visit('/auth/sign-out', { Origin: site }, 'POST')
  }

  /** Whether it is signed in. */
  async isIn(): Promise<boolean> {
    return (await this.visit('/v1/me')).status === 200
  }
}

/** What the centre's log has of somebody's sign-ins and sign-outs, the oldest first. */
async function trailOf(at: TestCentre, who: Pick<Caller, 'id'>): Promise<Partial<AuditEntry>[]> {
  const { items } = await at.admin.must<{ items: AuditEntry[] }>('GET', `/v1/audit?actor=${who.id}`)
  const kept = items.filter(({ access }) => access.startsWith('sign-'))
  return kept.reverse().map(({ access, refusal, purpose }) => ({ access, purpose, ...(refusal && { refusal }) }))
}

const signedIn = { access: 'sign-in', purpose: 'signIn' }
const signedOut = { access: 'sign-out', purpose: 'signOut' }

describe('signing in', () => {
  test('gives a cookie for this host alone, out of reach of scripts, and is noted in the centre’s log', async () => {
    const { at, browser } = await front()
    const one = browser()
    const answer = await one.signIn(at.navigator.id, '?next=/referrals')
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/referrals'])
    const [line = ''] = answer.headers.getSetCookie()
    const [pair, ...flags] = line.split('; ')
    expect(pair).toMatch(/^__Host-rxc=[\w-]{43}$/)
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax', 'Secure'])
    expect(await one.isIn()).toBe(true)
    expect(await trailOf(at, at.navigator)).toEqual([signedIn])
  })

  test('gives a fresh handle: the one from before, which somebody may have planted, opens nothing', async () => {
    const { at, browser } = await front()
    const [one, other] = [browser(), browser()]
    const back = await one.choose(at.navigator.id)
    const planted = one.handle
    await one.visit(back.href)
    expect(one.handle).not.toBe(planted)
    other.handle = planted
    expect(await other.isIn()).toBe(false)
    expect((await other.visit(back.href)).status).toBe(400)
  })

  test('asks for the person again even when the provider still knows the browser', async () => {
    const { at, browser } = await front()
    const one = browser()
    await one.signIn(at.navigator.id)
    await one.signOut()
    expect(one.asked).toBe(1)
    at.api.pass({ seconds: 1 })
    await one.signIn(at.navigator.id)
    expect([one.asked, await one.isIn()]).toEqual([2, true])
  })

  test('in another browser’s name comes to nothing', async () => {
    const { at, browser } = await front()
    const [mine, theirs] = [browser(), browser()]
    const back = await theirs.choose(at.navigator.id)
    await mine.choose(at.colleague.id)
    expect((await mine.visit(back.href)).status).toBe(401)
    expect(await mine.isIn()).toBe(false)
    const bare = browser()
    expect((await bare.visit(back.href)).status).toBe(400)
    expect(await trailOf(at, at.navigator)).toEqual([])
  })

  test.each(['//evil.test', 'https://evil.test', '/\\evil.test', 'javascript:alert(1)', ''])(
    'never leads away from this site: %s',
    async (next) => {
      const { at, browser } = await front()
      const answer = await browser().signIn(at.navigator.id, `?next=${encodeURIComponent(next)}`)
      expect(answer.headers.get('Location')).toBe('/')
    },
  )

  test('of somebody whom no centre has on its staff is refused, and there is no session', async () => {
    const { browser } = await front()
    const one = browser()
    const answer = await one.signIn('stranger')
    expect(await answer.json()).toMatchObject({ status: 403, type: 'urn:rx-community:problem:no-access' })
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await one.isIn()).toBe(false)
  })

  test.each(['person', 'centre'] as const)('of a %s that is no longer active is refused, and noted', async (who) => {
    const { at, browser } = await front()
    await end(at, who)
    const one = browser()
    const answer = await one.signIn(at.navigator.id)
    expect(await answer.json()).toMatchObject({ status: 403, type: 'urn:rx-community:problem:access-ended' })
    expect(answer.headers.getSetCookie()).toEqual([])
    const entries = await at.context().store.queryAll<AuditEntry>({
      table: 'audit',
      index: 'actor',
      partition: `ACTOR#${at.navigator.id}`,
    })
    expect(entries).toMatchObject([{ ...signedIn, refusal: 'access-ended', information: [] }])
  })
})

/** Deactivates the navigator, or suspends the centre. */
async function end(at: TestCentre, who: 'person' | 'centre'): Promise<void> {
  const { store } = at.context()
  if (who === 'person') {
    const staff = await store.get(Staff, at.navigator.id)
    const gone = { ...staff, version: staff.version + 1, status: 'deactivated' as const }
    await store.commit([change(Staff, staff, gone, 'deactivated')])
    return
  }
  const profile = await store.get(Centre, at.id)
  const gone = { ...profile, version: profile.version + 1, status: 'suspended' as const }
  await store.commit([change(Centre, profile, gone, 'suspended')])
}

describe('signing out', () => {
  test('ends every session of the person at once, and nobody else’s, and is noted', async () => {
    const { at, browser } = await front()
    const [desk, laptop, colleague] = [browser(), browser(), browser()]
    for (const mine of [desk, laptop]) await mine.signIn(at.navigator.id)
    await colleague.signIn(at.colleague.id)
    expect(await Promise.all([desk, laptop, colleague].map((one) => one.isIn()))).toEqual([true, true, true])
    const answer = await desk.signOut()
    expect([answer.status, answer.headers.getSetCookie()[0]]).toEqual([204, expect.stringMatching(/=;.*Max-Age=0/)])
    expect(await Promise.all([laptop, colleague].map((one) => one.isIn()))).toEqual([false, true])
    expect(await trailOf(at, at.navigator)).toEqual([signedIn, signedIn, signedOut])
    at.api.pass({ seconds: 1 })
    await desk.signIn(at.navigator.id)
    expect(await desk.isIn()).toBe(true)
  })

  test('ends bearer tokens that were issued before it, within a minute, and not those after', async () => {
    const { at, ask, token, browser } = await front()
    const bearer = (credential: string) => ask('/v1/me', { Authorization: `Bearer ${credential}` })
    const before = await token(at.navigator.id)
    expect((await bearer(before)).status).toBe(200)
    const one = browser()
    await one.signIn(at.navigator.id)
    await one.signOut()
    at.api.pass({ seconds: 61 })
    expect((await bearer(before)).status).toBe(401)
    expect((await bearer(await token(at.navigator.id))).status).toBe(200)
    expect((await bearer(await token(at.navigator.id, { iat: undefined }))).status).toBe(401)
    expect((await bearer(await token(at.colleague.id))).status).toBe(200)
  })

  test('also ends what was on its way in at that moment', async () => {
    const { at, browser } = await front()
    const one = browser()
    await one.signIn(at.navigator.id)
    const { system } = at.api.deps
    const createdAt = at.api.deps.now()
    await one.signOut()
    // Written after the sign-out had looked for sessions, begun before it.
    const late = newHandle()
    const person = { subject: at.navigator.id, tenant: at.id, staff: at.navigator.id }
    const expires = Math.floor(Date.parse(createdAt) / 1000) + 3600
    await system.saveSession({ digest: late.digest, person, createdAt, seenAt: createdAt, expires })
    one.handle = late.value
    at.api.pass({ seconds: 61 })
    expect(await one.isIn()).toBe(false)
  })

  test('with a session that is over ends nothing else: an old cookie is no key to somebody’s work', async () => {
    const { at, browser } = await front()
    const [old, current] = [browser(), browser()]
    await old.signIn(at.navigator.id)
    at.api.pass({ minutes: 31 })
    await current.signIn(at.navigator.id)
    expect((await old.signOut()).status).toBe(204)
    expect(await current.isIn()).toBe(true)
    expect(await trailOf(at, at.navigator)).toEqual([signedIn, signedIn])
  })
})

test.each(['person', 'centre'] as const)(
  'a session of a %s that is no longer active ends within a minute',
  async (who) => {
    const { at, browser } = await front()
    const one = browser()
    await one.signIn(at.navigator.id)
    expect(await one.isIn()).toBe(true)
    await end(at, who)
    at.api.pass({ seconds: 60 })
    expect(await one.isIn()).toBe(false)
  },
)
