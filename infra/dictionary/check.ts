import { readFileSync } from 'node:fs'
import { buildDocument } from '../openapi/document.ts'
import { buildPage } from './page.ts'

// Fails when what is under version control is not what the code says: run `npm run dictionary`, look at the change.
const file = 'docs/data-dictionary.md'
if (readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8') !== buildPage(buildDocument())) {
  process.stderr.write(`${file} is out of date: run \`npm run dictionary\` and look at the difference.\n`)
  process.exitCode = 1
}
