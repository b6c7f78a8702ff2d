export { listContacts } from './list.ts'
export { logContact } from './log.ts'
export { retractContact } from './retract.ts'
export { Contact, ContactInput, ContactSchema } from './schema.ts'
