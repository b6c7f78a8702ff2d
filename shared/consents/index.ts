export { consentsOf } from './current.ts'
export { giveConsent } from './give.ts'
export { Consent, ConsentInput, ConsentSchema } from './schema.ts'
export { withdrawConsent } from './withdraw.ts'
