import type { AuditLog } from '../audit/archive.ts'
import type { AuditEntry } from '../audit/schema.ts'
import { earliestId } from '../core/ids.ts'
import type { Database } from './database.ts'
import { TenantTables } from './tenant-tables.ts'

/** Sorts after every id. */
const afterAll = 'audit_~'

/**
 * The audit log for the archiver: whole days of a centre, and no other table. An entry's id may be stamped later than
 * its instant (requests under way at once take turns at the clock), never earlier: so a day is read to its end.
 */
export function auditLog(database: Database): AuditLog {
  return {
    async entries(centre, hour) {
      const entries: AuditEntry[] = []
      const pages = new TenantTables(database, centre).pages({
        table: 'audit',
        partition: `DAY#${hour.slice(0, 10)}`,
        between: [earliestId('audit', `${hour}:00:00.000Z`), afterAll],
        consistent: true,
      })
      for await (const items of pages) entries.push(...items.map(({ data }) => data as AuditEntry))
      return entries
    },
  }
}
