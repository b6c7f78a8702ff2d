import { execFile } from 'node:child_process'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Bundles, bundleFunctions, functionNames, openapiFile } from '../../infra/bundle.ts'

let directory: string
let bundles: Bundles

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rxc-bundles-'))
  bundles = await bundleFunctions(directory)
})

afterAll(() => rm(directory, { recursive: true }))

/** As Lambda starts a function: nothing but its folder, its environment, and credentials in it. */
async function start(name: (typeof functionNames)[number], call: string): Promise<unknown> {
  const script = `import { handler } from './index.mjs'; console.log(JSON.stringify(${call}))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: bundles.directory(name),
    env: {
      AWS_REGION: 'ca-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: inject('databaseEndpoint'),
      POWERTOOLS_LOG_LEVEL: 'SILENT',
      RXC_ENV: 'test',
      TABLE_PREFIX: 'test',
      CURSOR_SECRET: 'a secret of the tests that is long enough',
      PUBLIC_URL: 'https://rx.test',
      OIDC_ISSUER: 'https://identity.test',
      OIDC_CLIENT_ID: 'rx-console',
      OIDC_JWKS_URL: 'http://127.0.0.1:1/jwks',
      OUTBOX_URL: 'https://sqs.test/outbox',
      MAIL_FROM: 'rx@example.org',
      OPENAPI_FILE: openapiFile,
    },
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

test.each(functionNames)('the bundle of %s starts on its own', async (name) => {
  expect(await start(name, 'typeof handler')).toBe('function')
})

test('the bundled API reaches the database with the credentials of its environment', async () => {
  expect(await answer('/health')).toMatchObject({ parts: { api: 'up', database: 'up' } })
})

test('the bundled API has its document with it', async () => {
  await access(join(bundles.directory('api'), openapiFile))
  expect(await answer('/openapi.json')).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) })
})

test('a bundle carries the words of two languages and one way to credentials', () => {
  for (const { inputs } of Object.values(bundles.metafile.outputs)) {
    const heavy = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 300)
    const names = heavy.map(([file]) => file)
    expect(names.filter((file) => /zod\/v4\/locales\/(?!(index|en|fr-CA)\.js)/.test(file))).toEqual([])
    expect(names.filter((file) => /credential-provider-(ini|sso|process|imds|login|http)/.test(file))).toEqual([])
  }
})

async function answer(path: string): Promise<unknown> {
  const event = {
    version: '1.0',
    resource: '/{proxy+}',
    path,
    httpMethod: 'GET',
    headers: {},
    multiValueHeaders: {},
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    requestContext: { domainName: 'rx.test', httpMethod: 'GET', path },
    body: null,
    isBase64Encoded: false,
  }
  const { body } = (await start('api', `await handler(${JSON.stringify(event)}, {})`)) as { body: string }
  return JSON.parse(body)
}
