import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, inject, onTestFinished, test, vi } from 'vitest'
import { newBrowser } from '../../infra/local/browser.ts'
import { listen } from '../../infra/local/listen.ts'
import { signInPeople } from '../../infra/local/people.ts'
import { signIn } from '../../infra/local/sign-in.ts'
import { type Stack, type StackOptions, startStack } from '../../infra/local/stack.ts'
import { begin, run } from '../support/process.ts'

const start = 'infra/local/start.ts'
const token = 'infra/local/token.ts'

test('npm start: ready, told where, by whom and how; yesterday’s data tomorrow; no child left behind', async () => {
  const cwd = await folder()
  const env = { PORT: String(await freePort()) }
  const url = `http://127.0.0.1:${env.PORT}`

  const cutShort = begin(start, { cwd, env })
  // The keys are the first thing it writes, the seed comes after.
  await vi.waitFor(() => access(join(cwd, '.local', 'secrets', 'identity-keys.json')), { timeout: 20_000 })
  cutShort.child.kill('SIGINT')
  expect((await cutShort.ended).code).toBe(0)

  const first = begin(start, { cwd, env })
  const said = await first.says('Ready')
  expect(said.match(/^Ready {2}.*$/gm)).toEqual([`Ready  ${url}`])
  expect(said).toMatch(/navigator@guelph {2}/)
  await expect(json(`${url}/health`)).resolves.toMatchObject({
    status: 'up',
    parts: { database: 'up', identity: 'up' },
  })

  const taken = await run(start, { cwd, env })
  expect(taken.code).toBe(1)
  expect(taken.stderr).toMatch(new RegExp(`^Port ${env.PORT} is taken: .+\\n$`))

  const credential = (await run(token, { cwd, args: ['navigator@guelph'] })).stdout.trim()
  const headers = { Authorization: `Bearer ${credential}` }
  const referrals = await json(`${url}/v1/referrals?status=in-progress`, { headers })
  expect(referrals).toHaveProperty('items.length', expect.any(Number))
  const key = (await run(token, { cwd, args: ['partner:public-library@guelph'] })).stdout.trim()
  await expect(json(`${url}/v1/me`, { headers: { Authorization: `Bearer ${key}` } })).resolves.toMatchObject({
    kind: 'partner',
    centre: { id: 'guelph' },
  })
  const unknown = await run(token, { cwd, args: ['baker@guelph'] })
  expect(unknown).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Nobody is "baker@guelph": ask for role@centre/),
  })

  const engine = await enginePid(cwd)
  const from = performance.now()
  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)
  expect(performance.now() - from).toBeLessThan(2_000)
  expect(() => process.kill(engine, 0)).toThrow('ESRCH')
  const stopped = await run(token, { cwd, args: ['navigator@guelph'] })
  expect(stopped).toMatchObject({ code: 1, stderr: 'The local stack is not running: start it with npm start.\n' })

  const shell = spawn('sh', ['-c', `"${process.execPath}" "${resolve(start)}"; true`], {
    cwd,
    env: { ...process.env, ...env, DYNAMODB_ENDPOINT: '', npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(shell.stdout, 'data')
  // The very token of before, too.
  await expect(json(`${url}/v1/referrals?status=in-progress`, { headers })).resolves.toEqual(referrals)
  const again = await enginePid(cwd)
  shell.kill('SIGTERM')
  await vi.waitFor(() => expect(() => process.kill(again, 0)).toThrow('ESRCH'), { timeout: 2_000 })
}, 120_000)

test('PORT that is no port is refused in one sentence', async () => {
  const { code, stderr } = await run(start, { cwd: await folder(), env: { PORT: 'eighty' } })
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'PORT is a whole number from 1 to 65534, not "eighty".\n' })
})

test('signing in through the provider’s page gives a session, whose writes must come from our own pages', async () => {
  const { stack } = await small()
  const [person] = await signInPeople(stack.deps)
  const site = newBrowser()
  const provider = newBrowser()
  const begun = await site(`${stack.url}/auth/sign-in?next=/docs`)
  let place = new URL(begun.headers.get('location') ?? '')
  let answer = await provider(place)
  for (let sent = false; !place.href.startsWith(`${stack.url}/auth/callback`); ) {
    const next = answer.headers.get('location')
    if (next) place = new URL(next, place)
    if (place.href.startsWith(stack.url)) break
    answer = await provider(place, next || sent ? undefined : { subject: person?.subject ?? '' })
    sent ||= !next
  }
  const done = await site(place)
  expect([done.status, done.headers.get('location')]).toEqual([302, '/docs'])
  const cookie = /^(__Host-[^;]+);.*HttpOnly.*Secure/.exec(done.headers.getSetCookie()[0] ?? '')?.[1] ?? ''

  await expect(json(`${stack.url}/v1/me`, { headers: { cookie } })).resolves.toMatchObject({ name: person?.name })
  const search = (origin?: string) =>
    fetch(`${stack.url}/v1/clients/search`, {
      method: 'POST',
      headers: { cookie, 'Content-Type': 'application/json', ...(origin && { Origin: origin }) },
      body: JSON.stringify({ text: 'ab' }),
    })
  const statuses = await Promise.all([search(), search('https://evil.example.org'), search(stack.url)])
  expect(statuses.map(({ status }) => status)).toEqual([403, 403, 200])
})

test('what only this user may read is kept so', async () => {
  const { directory } = await small()
  const secrets = ['secrets/cursor-secret', 'secrets/identity-keys.json', 'partner-keys.json']
  for (const path of secrets) expect((await stat(join(directory, path))).mode & 0o077).toBe(0)
})

test('the Alliance’s API is beside the centres’, under one address', async () => {
  const { stack } = await small()
  const alliance = { headers: { Authorization: `Bearer ${await tokenOf(stack, 'alliance-admin')}` } }
  await expect(json(`${stack.url}/v1/admin/centres`, alliance)).resolves.toMatchObject({
    items: [{ id: 'guelph', onboarding: { staff: true, catalogue: true } }],
  })
  const navigator = { headers: { Authorization: `Bearer ${await tokenOf(stack, 'navigator')}` } }
  expect((await fetch(`${stack.url}/v1/admin/centres`, navigator)).status).toBe(403)
})

test('a message back becomes a letter that says neither who nor what', async () => {
  const { stack, directory } = await small({ seed: { centres: ['guelph'] } })
  const headers = { Authorization: `Bearer ${await tokenOf(stack, 'navigator')}`, 'Content-Type': 'application/json' }
  const { items } = (await json(`${stack.url}/v1/referrals?status=requested`, { headers })) as {
    items: { id: string; version: number }[]
  }
  const [referral] = items
  const accept = { method: 'POST', headers: { ...headers, 'If-Match': `"${referral?.version}"` } }
  expect((await fetch(`${stack.url}/v1/referrals/${referral?.id}/accept`, accept)).status).toBe(200)
  await stack.drained()
  const letters = await readdir(join(directory, 'letters'))
  expect(letters).toHaveLength(1)
  await expect(readFile(join(directory, 'letters', letters[0] ?? ''), 'utf8')).resolves.toMatch(
    new RegExp(`^To: .+@guelph\\.example\\.org\nSubject: .+\n\n[^]+${referral?.id}\n$`),
  )
})

test('a fresh start forgets all but the secrets', async () => {
  const { stack, directory } = await small()
  const before = await signInPeople(stack.deps)
  await stack.stop()
  const again = await startedIn(directory, { fresh: true })
  const after = await signInPeople(again.deps)
  expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name))
  expect(after.map(({ subject }) => subject)).not.toEqual(before.map(({ subject }) => subject))
})

test('a folder in use is left alone', async () => {
  const { directory } = await small()
  await expect(startedIn(directory, { fresh: true })).rejects.toThrow(/is already using .*stop it first/)
  await access(join(directory, 'seeded'))
})

test('an engine elsewhere is filled too, and its figures come out the same', async () => {
  const seed = { centres: ['guelph'] }
  const now = () => '2026-11-21T15:00:00.000Z'
  const here = (await small({ seed, now })).stack
  vi.stubEnv('DYNAMODB_ENDPOINT', inject('databaseEndpoint'))
  onTestFinished(() => void vi.unstubAllEnvs())
  const elsewhere = (await small({ seed, now, prefix: 'stack-test' })).stack
  await elsewhere.drained()
  const figures = await Promise.all(
    [here, elsewhere].map(async (stack) =>
      json(`${stack.url}/v1/insights`, { headers: { Authorization: `Bearer ${await tokenOf(stack, 'evaluator')}` } }),
    ),
  )
  expect(figures[1]).toEqual(figures[0])
}, 60_000)

/** A stack with one centre and nobody's data, unless said. */
async function small(given: Partial<StackOptions> = {}): Promise<{ stack: Stack; directory: string }> {
  const directory = await folder()
  return { directory, stack: await startedIn(directory, given) }
}

async function startedIn(directory: string, given: Partial<StackOptions>): Promise<Stack> {
  const seed = { centres: ['guelph'], clients: false } as const
  const stack = await startStack({ directory, port: 0, seed, ...given })
  onTestFinished(() => stack.stop())
  return stack
}

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'rx-stack-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return directory
}

/** A port that is free, and the one after it, too, as far as anybody can tell. */
async function freePort(): Promise<number> {
  const [one, other] = [createServer(), createServer()]
  const port = await listen(one, 0)
  const isFree = await listen(other, port + 1).then(
    () => true,
    () => false,
  )
  for (const server of [one, other]) server.close()
  return isFree ? port : freePort()
}

async function enginePid(cwd: string): Promise<number> {
  const [pid] = (await readFile(join(cwd, '.local', 'database', 'dynamodb.pid'), 'utf8')).split(' ')
  return Number(pid)
}

async function tokenOf(stack: Stack, role: string): Promise<string> {
  const person = (await signInPeople(stack.deps)).find(({ roles }) => roles.includes(role))
  const { OIDC_ISSUER: issuer = '', OIDC_CLIENT_ID: clientId = '' } = stack.environment
  const redirectUri = `${stack.url}/auth/callback`
  return (await signIn({ issuer, clientId, redirectUri, subject: person?.subject ?? '' })).accessToken
}

async function json(url: string, init: RequestInit = {}): Promise<unknown> {
  return (await fetch(url, init)).json()
}
