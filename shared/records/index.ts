export { discloseRecord } from './disclose.ts'
export { type ClientRecord, ClientRecordSchema } from './schema.ts'
