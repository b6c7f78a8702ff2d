import { randomUUID } from 'node:crypto'
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { type Context, newContext } from '../../shared/core/context.ts'
import { newId } from '../../shared/core/ids.ts'
import { connect, type Database } from '../../shared/db/database.ts'
import { TenantStore } from '../../shared/db/store.ts'
import { SystemStore } from '../../shared/db/system-store.ts'
import { type TenantDatabases, tenantDatabases, type Ways } from '../../shared/db/tenant-databases.ts'
import { type Post, postBySes } from './post.ts'
import { type SendText, textBySms } from './text.ts'

const Environment = z.object({
  RXC_ENV: z.string().regex(/^[a-z]+$/),
  TABLE_PREFIX: z.string().min(1),
  DYNAMODB_ENDPOINT: z.url().optional(),
  TENANT_ROLE_ARN: z.string().optional(),
  OUTBOX_URL: z.url(),
  SQS_ENDPOINT: z.url().optional(),
  MAIL_FROM: z.email(),
  SMS_FROM: z.string().min(1),
  PUBLIC_URL: z.url(),
})

/** What the worker's handlers are made from. */
export interface WorkerDeps {
  readonly environment: string
  /** Under the function's own role, which keeps the figures. */
  readonly database: Database
  readonly databaseOf: TenantDatabases
  readonly system: SystemStore
  readonly queues: SQSClient
  readonly outboxUrl: string
  readonly publicUrl: string
  readonly post: Post
  readonly text: SendText
  now(): string
}

/** How messages leave. */
export type Means = Pick<WorkerDeps, 'post' | 'text'>

/**
 * @param means how messages leave, where that is not Amazon SES and AWS End User Messaging.
 * @param ways to data, where they are not those that the environment has credentials for.
 */
export function makeWorkerDeps(env: Record<string, string | undefined>, means?: Means, ways?: Ways): WorkerDeps {
  const read = Environment.parse(env)
  const local = { region: 'ca-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
  const endpoint = read.DYNAMODB_ENDPOINT
  // The worker gives nobody a cursor.
  const own = () =>
    connect({ prefix: read.TABLE_PREFIX, cursorSecret: '', ...(endpoint && { client: { ...local, endpoint } }) })
  const database = ways?.database ?? own()
  return {
    environment: read.RXC_ENV,
    database,
    databaseOf: ways?.databaseOf ?? tenantDatabases(database, read.TENANT_ROLE_ARN),
    system: new SystemStore(database),
    queues: new SQSClient(read.SQS_ENDPOINT ? { ...local, endpoint: read.SQS_ENDPOINT } : {}),
    outboxUrl: read.OUTBOX_URL,
    publicUrl: read.PUBLIC_URL.replace(/\/$/, ''),
    post: means?.post ?? postBySes(new SESv2Client({}), read.MAIL_FROM),
    text: means?.text ?? textBySms(new PinpointSMSVoiceV2Client({}), read.SMS_FROM),
    now: () => new Date().toISOString(),
  }
}

/** The centre has left: nothing follows any more from what happened there. */
export class CentreGone extends Error {
  override readonly name = 'CentreGone'
}

/**
 * The product itself at work in one centre, for what follows from an event of that centre.
 * @param purpose what it is for, as the audit log names it.
 * @param database with which right: the centre's own data unless said.
 * @throws CentreGone when there is no such centre any more.
 */
export async function centreContext(
  deps: Pick<WorkerDeps, 'environment' | 'system' | 'databaseOf' | 'now'>,
  tenant: string,
  purpose: string,
  database: Database = deps.databaseOf(tenant),
): Promise<Context> {
  const centre = await deps.system.findCentre(tenant)
  if (centre === undefined) throw new CentreGone()
  const actor = { id: 'system', kind: 'system', roles: [] } as const
  const now = deps.now()
  const scope = {
    tenant,
    actor,
    now,
    requestId: newId('request', now),
    purpose,
    id: (kind: string) => newId(kind, now),
    token: randomUUID,
  }
  return newContext({
    environment: deps.environment,
    scope,
    actor,
    permissions: new Set(),
    centre,
    locale: centre.locale,
    store: (bound) => new TenantStore(database, bound),
  })
}
