export { listDefinitions, readDefinition } from './list.ts'
export { removeDefinition } from './remove.ts'
export { saveDefinition } from './save.ts'
export { updateDefinition } from './update.ts'
