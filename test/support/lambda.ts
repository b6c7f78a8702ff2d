import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { openapiFile } from '../../infra/bundle.ts'
import { prefix, region } from '../../infra/place.ts'

/** Lambda's own settings for Node 24: ES modules are neither required nor guessed. */
const flags = ['--no-experimental-require-module', '--no-experimental-detect-module', '--input-type=module']

const environment = {
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  RXC_ENV: 'test',
  TABLE_PREFIX: prefix,
  CURSOR_SECRET: 'a secret of the tests that is long enough',
  PUBLIC_URL: 'https://rx.test',
  OIDC_ISSUER: 'https://identity.test',
  OIDC_CLIENT_ID: 'rx-console',
  OIDC_JWKS_URL: 'http://127.0.0.1:1/jwks',
  OUTBOX_URL: 'https://sqs.test/outbox',
  MAIL_FROM: 'rx@example.org',
  SMS_FROM: 'rx',
  AUDIT_BUCKET: 'rxc-audit',
  EXPORTS: 'rxc-exports',
  OPENAPI_FILE: openapiFile,
}

/**
 * Runs a script next to a function's bundle as Lambda would: bare Node, nothing but the folder, an environment, and
 * credentials in it.
 * @returns what the script wrote last, read as JSON.
 */
export async function asLambda<T>(directory: string, script: string, env: Record<string, string> = {}): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, '--eval', script], {
    cwd: directory,
    env: { ...environment, ...env },
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T
}
