import { writeFileSync } from 'node:fs'
import { buildClient } from './client.ts'
import { buildDocument } from './document.ts'

// `npm run openapi`: the document as the API serves it, and the console's types of it, under version control so that a
// change to either is seen.
const root = new URL('../../', import.meta.url)
const document = buildDocument()
writeFileSync(new URL('docs/openapi.json', root), `${JSON.stringify(document, null, 2)}\n`)
writeFileSync(new URL('web/src/api/operations.ts', root), await buildClient(document))
