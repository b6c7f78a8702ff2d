import { S3Client } from '@aws-sdk/client-s3'
import * as z from 'zod'
import type { Archive, AuditLog } from '../../shared/audit/archive.ts'
import { auditLog } from '../../shared/db/audit-log.ts'
import { connect, type Database } from '../../shared/db/database.ts'
import { SystemStore } from '../../shared/db/system-store.ts'
import { archiveIn } from './bucket.ts'

const Environment = z.object({
  TABLE_PREFIX: z.string().min(1),
  DYNAMODB_ENDPOINT: z.url().optional(),
  AUDIT_BUCKET: z.string().min(3),
  S3_ENDPOINT: z.url().optional(),
})

/** What the archiver is made from: it is told of no tenant role, and can read nothing but the audit log. */
export interface ArchiveDeps {
  readonly archive: Archive
  readonly log: AuditLog
  readonly system: Pick<SystemStore, 'centres'>
  /** ISO instant with milliseconds. */
  now(): string
}

/** @param given the connection, where it is not the one that the environment has credentials for. */
export function makeArchiveDeps(env: Record<string, string | undefined>, given?: Database): ArchiveDeps {
  const read = Environment.parse(env)
  const local = { region: 'ca-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
  const endpoint = read.DYNAMODB_ENDPOINT
  // The archiver gives nobody a cursor.
  const own = () =>
    connect({ prefix: read.TABLE_PREFIX, cursorSecret: '', ...(endpoint && { client: { ...local, endpoint } }) })
  const database = given ?? own()
  const files = new S3Client(read.S3_ENDPOINT ? { ...local, endpoint: read.S3_ENDPOINT, forcePathStyle: true } : {})
  return {
    archive: archiveIn(files, read.AUDIT_BUCKET),
    log: auditLog(database),
    system: new SystemStore(database),
    now: () => new Date().toISOString(),
  }
}
