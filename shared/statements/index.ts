export { attachStatement } from './attach.ts'
export { listStatements } from './list.ts'
export { Statement, StatementInput, StatementSchema } from './schema.ts'
