import { S3Client } from '@aws-sdk/client-s3'
import * as z from 'zod'
import { connect, type Database } from '../../shared/db/database.ts'
import { SystemStore } from '../../shared/db/system-store.ts'
import { type TenantDatabases, tenantDatabases, type Ways } from '../../shared/db/tenant-databases.ts'
import type { Target } from '../../shared/offboarding/target.ts'
import type { People } from '../../shared/staff/people.ts'
import { peopleAtCognito, peopleOnFile } from '../api/people.ts'
import { targetInBucket, targetInFolder } from './targets.ts'

const Environment = z.object({
  RXC_ENV: z.string().regex(/^[a-z]+$/),
  TABLE_PREFIX: z.string().min(1),
  DYNAMODB_ENDPOINT: z.url().optional(),
  TENANT_ROLE_ARN: z.string().optional(),
  USER_POOL_ID: z.string().optional(),
  /** A bucket, or on one machine a folder. */
  EXPORTS: z.string().min(3),
})

/** What lets centres go. */
export interface OffboardDeps {
  readonly environment: string
  /** Under the function's own role, which removes what a centre may not remove itself. */
  readonly database: Database
  readonly databaseOf: TenantDatabases
  readonly system: SystemStore
  readonly people: People
  readonly target: Target
  /** ISO instant with milliseconds. */
  now(): string
}

/** @param ways to data, where they are not those that the environment has credentials for. */
export function makeOffboardDeps(env: Record<string, string | undefined>, ways?: Ways): OffboardDeps {
  const read = Environment.parse(env)
  const local = { region: 'ca-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
  const endpoint = read.DYNAMODB_ENDPOINT
  const own = () =>
    connect({ prefix: read.TABLE_PREFIX, cursorSecret: '', ...(endpoint && { client: { ...local, endpoint } }) })
  const database = ways?.database ?? own()
  const isFolder = read.EXPORTS.includes('/')
  return {
    environment: read.RXC_ENV,
    database,
    databaseOf: ways?.databaseOf ?? tenantDatabases(database, read.TENANT_ROLE_ARN),
    system: new SystemStore(database),
    people: read.USER_POOL_ID === undefined ? peopleOnFile : peopleAtCognito(read.USER_POOL_ID),
    target: isFolder ? targetInFolder(read.EXPORTS) : targetInBucket(new S3Client({}), read.EXPORTS),
    now: () => new Date().toISOString(),
  }
}
