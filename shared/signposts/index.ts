export { clientSignposts, listSignposts } from './list.ts'
export { recordSignpost } from './record.ts'
export { retractSignpost } from './retract.ts'
export { Signpost, SignpostInput, SignpostSchema } from './schema.ts'
