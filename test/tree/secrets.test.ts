import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { describe, expect, test, vi } from 'vitest'
import { readConfig } from '../../functions/api/config.ts'
import { mintApiKey } from '../../shared/core/api-key.ts'
import { withSecrets } from '../../shared/core/secrets.ts'

const root = new URL('../../', import.meta.url).pathname

/** What is not under version control: as `.gitignore` has it, and what version control keeps for itself. */
const ignored = new Set([
  '.git',
  ...readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, '')),
])

function files(directory = root): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name)
    if (ignored.has(name)) return []
    return statSync(path).isDirectory() ? files(path) : [path]
  })
}

/** Keys as those who issue them write them, and whatever a name calls secret and gives a long random value. */
const keys: Readonly<Record<string, RegExp>> = {
  'an AWS access key': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  'a private key as JSON': /"d"\s*:\s*"[\w-]{40,}"/,
  'a signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/,
  'an API key of ours': /\brxc_[a-z]+_[a-z0-9-]+\.[0-9A-HJKMNP-TV-Z]{26}_[\w-]{43}_[0-9a-f]{8}\b/,
  'a key of somebody else’s': /\b(?:gh[pousr]_\w{36}|xox[abprs]-[\w-]{10,}|sk_(?:live|test)_\w{20,}|npm_\w{36})\b/,
  'a webhook secret': /\bwhsec_[A-Za-z0-9+/=]{24,}/,
  'an address with a password': /\b[a-z][a-z+]*:\/\/[^\s/:@'"`$<>{}]+:[^\s/:@'"`$<>{}]+@/,
  'a secret by its name':
    /(?:secret|password|passwd|api_?key|private_?key|access_?key|token)["']?\s*[:=]\s*["'](?=[^"']*\d)[A-Za-z0-9+/_=-]{24,}["']/i,
}

const found = (text: string) => Object.keys(keys).filter((name) => keys[name]?.test(text))

test('nothing in the tree looks like a key, a token or a password', () => {
  const tree = files()
  expect(tree.length).toBeGreaterThan(300)
  const hits = tree.flatMap((path) => found(readFileSync(path, 'utf8')).map((name) => `${path}: ${name}`))
  expect(hits).toEqual([])
})

test('the search knows a key when it sees one', () => {
  const planted = [
    `AKIA${'ABCDEFGH12345678'}`,
    `-----BEGIN ${'PRIVATE'} KEY-----`,
    `${'eyJhbGciOiJFUzI1NiJ9'}.${'eyJzdWIiOiJzb21lYm9keSJ9'}.${'c2lnbmF0dXJlLXRoYXQtaXMtbG9uZw'}`,
    mintApiKey('prod', 'guelph', 'key_01JD3Y6Q5V8Z9K2M4N6P8R0T1W').key,
    `const ${'apiKey'} = '${'k3yk3yk3yk3yk3yk3yk3yk3y'}'`,
    `https://admin:${'hunter2'}@example.org`,
  ]
  for (const text of planted) expect([text, found(text).length > 0]).toEqual([text, true])
})

describe('the environment', () => {
  const env = {
    RXC_ENV: 'test',
    TABLE_PREFIX: 'test',
    PUBLIC_URL: 'https://rx.test',
    OIDC_ISSUER: 'https://identity.test',
    OIDC_CLIENT_ID: 'rx-console',
    OIDC_JWKS_URL: 'https://identity.test/jwks',
  }

  test('holds the address of a secret, never the secret: that is read when the function starts, and kept in memory', async () => {
    const given = { ...env, CURSOR_SECRET_ARN: 'arn:of:a:secret' }
    const before = JSON.stringify(process.env)
    const client = SecretsManagerClient.prototype as unknown as { send(): Promise<{ SecretString: string }> }
    const asked = vi.spyOn(client, 'send').mockResolvedValue({ SecretString: 'what nobody may see, and long enough' })
    const read = await withSecrets(given)
    expect(asked).toHaveBeenCalledTimes(1)
    expect(read.CURSOR_SECRET).toBe('what nobody may see, and long enough')
    expect(given).not.toHaveProperty('CURSOR_SECRET')
    expect(JSON.stringify(process.env)).toBe(before)
  })

  test('that is wrong is refused by the names of what is wrong in it, without a value', () => {
    const wrong = { ...env, CURSOR_SECRET: 'too-short-a-secret', PUBLIC_URL: 'not-a-url-but-private' }
    const said = () => {
      try {
        return readConfig(wrong)
      } catch (error) {
        return String(error)
      }
    }
    for (const name of ['CURSOR_SECRET', 'PUBLIC_URL']) expect(said()).toContain(name)
    expect(said()).not.toMatch(/too-short-a-secret|not-a-url-but-private/)
  })
})
