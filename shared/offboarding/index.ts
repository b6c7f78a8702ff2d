export { beginOffboarding, OffboardInput } from './begin.ts'
export { readCertificate, readOffboarding } from './read.ts'
export { OffboardingSchema } from './schema.ts'
