export { listAudit } from './list.ts'
export { AuditEntrySchema } from './schema.ts'
export { countYear, YearlyCountSchema } from './yearly.ts'
