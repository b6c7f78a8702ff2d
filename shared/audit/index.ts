export { listAudit } from './list.ts'
export { AuditEntrySchema } from './schema.ts'
