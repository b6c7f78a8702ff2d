export { DueSchema, listDue } from './due.ts'
