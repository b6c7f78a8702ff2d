export { giveConsent } from './give.ts'
export { listConsents } from './list.ts'
export { Consent, ConsentInput, ConsentSchema } from './schema.ts'
export { withdrawConsent } from './withdraw.ts'
