export { liftHold } from './lift.ts'
export { listHolds } from './list.ts'
export { Hold, HoldInput, HoldSchema, LiftInput } from './schema.ts'
export { setHold } from './set.ts'
