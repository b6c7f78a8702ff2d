import { randomUUID } from 'node:crypto'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK } from 'jose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Bundles, bundleFunctions, functionNames, mostBytes, openapiFile } from '../../infra/bundle.ts'
import { sizeOf } from '../bench/bundles.ts'
import { signingKeys } from '../support/api.ts'
import { centre } from '../support/centre.ts'
import { asLambda } from '../support/lambda.ts'

let directory: string
let bundles: Bundles
let identity: Server
let issuer: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rxc-bundles-'))
  bundles = await bundleFunctions(directory)
  identity = await startIdentity()
  issuer = `http://127.0.0.1:${(identity.address() as AddressInfo).port}`
})

afterAll(async () => {
  identity.close()
  await rm(directory, { recursive: true })
})

test.each(functionNames)('the bundle of %s starts on its own', async (name) => {
  expect(await start(name, 'typeof handler')).toBe('function')
})

test('the bundled API reaches the database with the credentials of its environment', async () => {
  expect((await ask('/health')).body).toMatchObject({ parts: { api: 'up', database: 'up', identity: 'up' } })
})

test('the bundled API has its document with it', async () => {
  await access(join(bundles.directory('api'), openapiFile))
  expect((await ask('/openapi.json')).body).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) })
})

test('the bundled API keeps an activity with a rule, and lists when it happens across daylight saving', async () => {
  const at = await centre()
  const token = await at.api.token(at.navigator.id, { iss: issuer })
  const listed = await ask('/v1/activities', { method: 'POST', token, body: choir })
  expect(listed).toMatchObject({ status: 201, body: { schedule: choir.schedule } })
  const query = 'from=2026-10-25&to=2026-11-30'
  const { status, body } = await ask(`/v1/activities/${listed.body.id}/occurrences?${query}`, { token })
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      items: [
        { start: '2026-10-30T17:30:00.000Z', end: '2026-10-30T19:00:00.000Z', date: '2026-10-30' },
        { start: '2026-11-27T18:30:00.000Z', end: '2026-11-27T20:00:00.000Z', date: '2026-11-27' },
      ],
      more: false,
    },
  })
})

test('the bundled API refuses in words and points, in the caller’s language', async () => {
  const at = await centre()
  const token = await at.api.token(at.navigator.id, { iss: issuer })
  const endless = { ...choir, capacity: 0, schedule: { ...choir.schedule, rrule: 'FREQ=WEEKLY' } }
  const refused = await ask('/v1/activities', { method: 'POST', token, body: endless, language: 'fr' })
  expect(refused).toMatchObject({ status: 422, body: { title: 'Il y a un problème' } })
  expect(refused.body.errors).toMatchObject([{ pointer: '#/capacity', code: 'too-small' }])
  expect((await ask('/v1/activities', { method: 'PUT', token })).status).toBe(405)
})

test('the bundled API sends whoever signs in to the identity provider', async () => {
  const { status, headers } = await ask('/auth/sign-in')
  expect(status).toBe(302)
  expect(headers.location).toMatch(new RegExp(`^${issuer}/authorize\\?.*code_challenge=`))
})

test('the bundled API has whoever is invited written to by the user pool', async () => {
  const at = await centre()
  const token = await at.api.token(at.admin.id, { iss: issuer })
  const body = { name: 'Fable Sample', email: 'fable@example.org', roles: ['navigator'], locale: 'fr' }
  const env = { USER_POOL_ID: 'pool', AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: issuer }
  expect(await ask('/v1/staff', { method: 'POST', token, body }, env)).toMatchObject({
    status: 201,
    body: { ...body, status: 'invited' },
  })
})

test('a bundle carries no other languages’ words, ways to credentials or writers of schemas', () => {
  const unwanted = [
    /zod\/v4\/locales\/(?!(index|en|fr-CA)\.js)/,
    /credential-provider-(ini|sso|process|imds|login|http)/,
    /zod-to-openapi|json-schema\.js$/,
  ]
  for (const { inputs } of Object.values(bundles.metafile.outputs)) {
    const heavy = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 300)
    expect(heavy.map(([file]) => file).filter((file) => unwanted.some((one) => one.test(file)))).toEqual([])
  }
})

test(`a function loads at most ${mostBytes} bytes to start`, () => {
  for (const { name, start: bytes, later } of functionNames.map((each) => sizeOf(bundles, each))) {
    process.stdout.write(`${name.padEnd(8)} ${bytes} bytes, ${later} more when they are needed\n`)
    expect(bytes, name).toBeLessThanOrEqual(mostBytes)
  }
})

const choir = {
  name: { en: 'Choir', fr: 'Chorale' },
  description: { en: 'Songs that everybody knows.', fr: 'Des chansons que tout le monde connaît.' },
  category: 'arts-culture',
  languages: ['en', 'fr'],
  schedule: {
    start: '2026-09-25T13:30',
    durationMinutes: 90,
    zone: 'America/Toronto',
    rrule: 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=9',
  },
  location: { kind: 'virtual' },
  cost: { kind: 'free' },
}

interface Asked {
  readonly method?: string
  readonly token?: string
  readonly body?: object
  readonly language?: string
}

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

/** Asks the bundled API one thing, by the event of Amazon API Gateway, in a process of its own. */
async function ask(
  address: string,
  { method = 'GET', token, body, language }: Asked = {},
  env: Record<string, string> = {},
): Promise<Answered> {
  const { pathname: path, searchParams } = new URL(address, 'https://rx.test')
  const headers = {
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(language && { 'Accept-Language': language }),
    ...(body && { 'Content-Type': 'application/json' }),
  }
  const lists = (of: Iterable<[string, string]>) => Object.fromEntries([...of].map(([name, value]) => [name, [value]]))
  const event = {
    version: '1.0',
    resource: '/{proxy+}',
    path,
    httpMethod: method,
    headers,
    multiValueHeaders: lists(Object.entries(headers)),
    queryStringParameters: Object.fromEntries(searchParams),
    multiValueQueryStringParameters: lists(searchParams),
    requestContext: { domainName: 'rx.test', httpMethod: method, path },
    body: body ? JSON.stringify(body) : null,
    isBase64Encoded: false,
  }
  const answer = await start<{
    statusCode: number
    body: string
    headers?: Record<string, string>
    multiValueHeaders?: Record<string, string[]>
  }>('api', `await handler(${JSON.stringify(event)}, {})`, env)
  const all = Object.entries(answer.multiValueHeaders ?? {}).map(([name, [value = '']]) => [name, value])
  return {
    status: answer.statusCode,
    headers: { ...answer.headers, ...Object.fromEntries(all) },
    body: answer.body ? JSON.parse(answer.body) : {},
  }
}

function start<T>(name: (typeof functionNames)[number], call: string, env: Record<string, string> = {}): Promise<T> {
  return asLambda<T>(
    bundles.directory(name),
    `import { handler } from './index.mjs'; console.log(JSON.stringify(${call}))`,
    {
      AWS_ENDPOINT_URL_DYNAMODB: inject('databaseEndpoint'),
      OIDC_ISSUER: issuer,
      OIDC_JWKS_URL: `${issuer}/jwks`,
      OIDC_AUDIENCE: 'rx-api',
      ...env,
    },
  )
}

/** An identity provider's addresses and keys, and a user pool that knows one person. */
async function startIdentity(): Promise<Server> {
  const { publicKey } = await signingKeys
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' }
  const server = createServer(({ url }, response) => {
    const addresses = { issuer, jwks_uri: `${issuer}/jwks`, authorization_endpoint: `${issuer}/authorize` }
    response.setHeader('Content-Type', 'application/json')
    const person = { User: { Attributes: [{ Name: 'sub', Value: `subject-${randomUUID()}` }] } }
    response.end(JSON.stringify(url === '/jwks' ? { keys: [jwk] } : url === '/' ? person : addresses))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
