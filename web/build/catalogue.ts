import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

type Catalogue = Record<string, unknown>

/** Groups of the product's catalogue that the console says as well: codes, statuses, roles, what happened. */
const shared = ['code', 'status', 'role', 'step', 'section', 'information', 'figure', 'crisis', 'word', 'field']

const folder = fileURLToPath(new URL('../../shared/i18n/', import.meta.url))
const prefix = 'virtual:catalogue/'

/** Makes `virtual:catalogue/en` and `/fr`: all that the console says in one language, as one module. */
export function catalogue(): Plugin {
  let isProduction = true
  return {
    name: 'catalogue',
    configResolved: ({ mode }) => {
      isProduction = mode === 'production'
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      const locale = id.startsWith(`\0${prefix}`) ? id.slice(prefix.length + 1) : undefined
      if (locale === undefined) return undefined
      for (const file of filesOf(locale)) this.addWatchFile(file.path)
      return `export default ${JSON.stringify(catalogueOf(locale, isProduction))}`
    },
  }
}

/** All that the console says in a language: each file of `shared/i18n/console` under the name of its area. The gallery's words stay at home. */
export function catalogueOf(locale: string, isProduction: boolean): Catalogue {
  const product = JSON.parse(readFileSync(`${folder}${locale}.json`, 'utf8')) as Catalogue
  return {
    ...Object.fromEntries(shared.map((group) => [group, product[group]])),
    ...Object.fromEntries(
      filesOf(locale)
        .filter(({ area }) => !isProduction || area !== 'gallery')
        .map(({ area, path }) => [area, JSON.parse(readFileSync(path, 'utf8'))]),
    ),
  }
}

function filesOf(locale: string): { area: string; path: string }[] {
  return readdirSync(`${folder}console`)
    .filter((name) => name.endsWith(`.${locale}.json`))
    .map((name) => ({ area: name.slice(0, -`.${locale}.json`.length), path: `${folder}console/${name}` }))
}
