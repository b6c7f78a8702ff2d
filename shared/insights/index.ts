export { foldEvents } from './fold-events.ts'
export { readNetwork } from './network.ts'
export { Period, readInsights } from './read.ts'
