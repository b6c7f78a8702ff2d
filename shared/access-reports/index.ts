export { daysOf } from './lines.ts'
export { prepareAccessReport } from './prepare.ts'
export { type AccessReport, AccessReportSchema } from './schema.ts'
