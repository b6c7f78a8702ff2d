export { listCorrections } from './list.ts'
export { CorrectionSchema } from './schema.ts'
