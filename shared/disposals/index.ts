export { disposeClient } from './dispose.ts'
export { listDisposals, readDisposal } from './list.ts'
export { DisposalInput, DisposalSchema } from './schema.ts'
