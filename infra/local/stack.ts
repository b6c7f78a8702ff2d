import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createAdminApp } from '../../functions/admin/app.ts'
import { createApp } from '../../functions/api/app.ts'
import { type Deps, makeDeps } from '../../functions/api/deps.ts'
import { apiPaths } from '../console-headers.ts'
import { beginAnew, isSeeded, markSeeded } from './anew.ts'
import { startArchiver } from './archiver.ts'
import { buildConsole, consoleApp } from './console.ts'
import { startIdentity } from './identity.ts'
import { messagesToFiles } from './letters.ts'
import { startOffboarder } from './offboarder.ts'
import { signInPeople } from './people.ts'
import { startQueues } from './queues.ts'
import { cursorSecret } from './secrets.ts'
import { growSeed, type SeedScope } from './seed/seed.ts'
import { startServer } from './server.ts'
import { startStackDatabase } from './stack-database.ts'
import { startWorker } from './worker.ts'

export interface StackOptions {
  /** Holds all that the stack keeps. */
  readonly directory: string
  /** The API's; sign-in takes the one after it. 0 for any two free ones. */
  readonly port: number
  /** Forgets what was there. */
  readonly fresh?: boolean
  /** Tables are called `<prefix>-<table>`: several stacks may share an engine elsewhere. */
  readonly prefix?: string
  /** What an empty database is filled with, where that is not everything. */
  readonly seed?: SeedScope
  /** The clock of the API, the worker and the seed, where it is not the machine's: an ISO instant with milliseconds. */
  readonly now?: () => string
}

export interface Stack {
  readonly url: string
  /** What the API's settings were read from. */
  readonly environment: Readonly<Record<string, string>>
  readonly deps: Deps
  /** Resolves once the streams and the queue have handled all that was written before. */
  drained(): Promise<void>
  stop(): Promise<void>
}

const clientId = 'rx-community'
const audience = 'https://api.rx-community.example.org'
const auditBucket = 'rxc-audit'

/** Settings that are the same at every start. */
const fixed = {
  RXC_ENV: 'local',
  OIDC_CLIENT_ID: clientId,
  OIDC_AUDIENCE: audience,
  MAIL_FROM: 'rx-community@example.org',
  SMS_FROM: 'rx-community',
}

/**
 * Starts the whole product on this machine: database, queues, sign-in, API and worker, with people and activities in
 * it from the first start on.
 * @throws Error in one sentence when a port is taken, the folder is in use, or there is no database for this platform.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const running: (() => Promise<void>)[] = []
  const keep = <T extends { stop(): Promise<void> }>(part: T): T => {
    running.push(() => part.stop())
    return part
  }
  const stop = async () => {
    for (const end of running.splice(0).reverse()) await end()
  }
  try {
    return { ...(await start(options, keep)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(
  { directory, port, prefix = 'rxc-local', fresh = false, seed: scope = {}, now = clock }: StackOptions,
  keep: <T extends { stop(): Promise<void> }>(part: T) => T,
): Promise<Omit<Stack, 'stop'>> {
  const server = keep(await startServer(port))
  const console = buildConsole()
  const identity = keep(
    await startIdentity({
      port: port && port + 1,
      directory: join(directory, 'secrets'),
      clientId,
      audience,
      redirectUris: [`${server.url}/auth/callback`],
      people: () => signInPeople(deps),
    }),
  )
  const isNew = fresh || !(await isSeeded(directory))
  if (isNew) await beginAnew(directory)
  const seed = isNew ? await growSeed({ environment: fixed.RXC_ENV, prefix, now: now() }, scope) : undefined
  await mkdir(join(directory, 'queues'), { recursive: true })
  const database = keep(await startStackDatabase(join(directory, 'database'), prefix, seed))
  const queues = keep(
    await startQueues({ directory: join(directory, 'queues'), queues: ['outbox'], buckets: [auditBucket] }),
  )
  if (seed) await markSeeded(directory, seed.keys)
  const environment = {
    ...fixed,
    TABLE_PREFIX: prefix,
    DYNAMODB_ENDPOINT: database.endpoint,
    CURSOR_SECRET: await cursorSecret(join(directory, 'secrets')),
    PUBLIC_URL: server.url,
    OIDC_ISSUER: identity.issuer,
    OIDC_JWKS_URL: `${identity.issuer}/jwks`,
    SQS_ENDPOINT: queues.endpoint,
    OUTBOX_URL: queues.url('outbox'),
    AUDIT_BUCKET: auditBucket,
    EXPORTS: join(directory, 'exports'),
    S3_ENDPOINT: queues.endpoint,
  }
  const means = messagesToFiles(join(directory, 'letters'))
  const worker = keep(await startWorker(environment, { now, means, positions: join(directory, 'positions') }))
  const parts = { queues: () => worker.queue(), worker: () => worker.drained() }
  const deps: Deps = { ...makeDeps(environment), now, parts }
  keep(startArchiver(environment, now))
  keep(startOffboarder(environment, now))
  const [api, admin, pages] = [createApp(deps), createAdminApp(deps), consoleApp()]
  await console
  server.serve((request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/v1/admin/')) return admin.fetch(request)
    return (isApi(pathname) ? api : pages).fetch(request)
  })
  return { url: server.url, environment, deps, drained: () => worker.drained() }
}

function isApi(pathname: string): boolean {
  return apiPaths.some((path) => pathname === path || pathname.startsWith(`${path}/`))
}

function clock(): string {
  return new Date().toISOString()
}
