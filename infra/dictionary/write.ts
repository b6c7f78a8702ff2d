import { writeFileSync } from 'node:fs'
import { buildDocument } from '../openapi/document.ts'
import { buildPage } from './page.ts'

// `npm run dictionary`: the data dictionary under version control, so that a change of meaning is seen.
writeFileSync(new URL('../../docs/data-dictionary.md', import.meta.url), buildPage(buildDocument()))
