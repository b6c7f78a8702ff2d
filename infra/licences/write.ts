import { writeFile } from 'node:fs/promises'
import { licensed } from './list.ts'
import { licencesPage } from './page.ts'

const root = new URL('../../', import.meta.url).pathname
await writeFile(new URL('../../docs/licences.md', import.meta.url), licencesPage(await licensed(root)))
