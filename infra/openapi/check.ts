import { readFileSync } from 'node:fs'
import { buildDocument } from './document.ts'

// Fails when the document under version control is not what the code says: run `npm run openapi`, look at the change.
const kept = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')
if (kept !== `${JSON.stringify(buildDocument(), null, 2)}\n`) {
  process.stderr.write('docs/openapi.json is out of date: run `npm run openapi` and look at the difference.\n')
  process.exitCode = 1
}
