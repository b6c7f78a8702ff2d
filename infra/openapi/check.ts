import { readFileSync } from 'node:fs'
import { buildClient } from './client.ts'
import { buildDocument } from './document.ts'

// Fails when what is under version control is not what the code says: run `npm run openapi`, look at the change.
const document = buildDocument()
const written = {
  'docs/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  'web/src/api/operations.ts': await buildClient(document),
}
for (const [file, text] of Object.entries(written)) {
  if (readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8') === text) continue
  process.stderr.write(`${file} is out of date: run \`npm run openapi\` and look at the difference.\n`)
  process.exitCode = 1
}
