import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import type { Configuration } from 'oidc-provider'

export interface IdentityKeys {
  readonly jwks: NonNullable<Configuration['jwks']>
  /** Secret that cookies are signed with. */
  readonly cookies: string
}

/** The keys kept in a directory, made there when it has none. */
export async function loadKeys(directory: string): Promise<IdentityKeys> {
  const path = join(directory, 'identity-keys.json')
  const saved = await readFile(path, 'utf8').catch(() => undefined)
  if (saved !== undefined) return JSON.parse(saved) as IdentityKeys
  // RS256, as Cognito signs, so that the API allows the same algorithm everywhere.
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const signing = { ...(await exportJWK(privateKey)), kty: 'RSA', alg: 'RS256', use: 'sig' }
  const keys = { jwks: { keys: [signing] }, cookies: randomBytes(32).toString('base64url') } as IdentityKeys
  await mkdir(directory, { recursive: true })
  await writeFile(path, JSON.stringify(keys), { mode: 0o600 })
  return keys
}
