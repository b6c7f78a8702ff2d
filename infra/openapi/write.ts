import { writeFileSync } from 'node:fs'
import { buildDocument } from './document.ts'

// `npm run openapi`: the document as the API serves it, under version control so that a change to it is seen.
writeFileSync(new URL('../../docs/openapi.json', import.meta.url), `${JSON.stringify(buildDocument(), null, 2)}\n`)
