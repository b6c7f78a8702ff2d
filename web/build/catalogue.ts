import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

type Catalogue = Record<string, unknown>

/** What the frame and the Today list say: the words that a first visit waits for. */
const first = [
  'common',
  'nav',
  'session',
  'keys',
  'palette',
  'settings',
  'today',
  'intake',
  'tasks',
  'contacts',
  'code',
  'status',
  'role',
  'word',
  'crisis',
]

/** Groups of the product's catalogue that the console says as well: codes, statuses, roles, what happened, listings. */
const shared = [
  'activities',
  'code',
  'status',
  'role',
  'step',
  'section',
  'information',
  'figure',
  'statistic',
  'column',
  'hidden',
  'extract',
  'crisis',
  'word',
  'field',
]

/** Areas that are no part of what people are served. */
const atHome = ['gallery']

const folder = fileURLToPath(new URL('../../shared/i18n/', import.meta.url))
const modules = /^virtual:catalogue\/(en|fr)\/(first|rest)$/

/** Makes `virtual:catalogue/en/first` and `/rest`, and the same in French: all that the console says, as modules. */
export function catalogue(): Plugin {
  let isProduction = true
  return {
    name: 'catalogue',
    configResolved: ({ mode }) => {
      isProduction = mode === 'production'
    },
    resolveId: (id) => (modules.test(id) ? `\0${id}` : undefined),
    load(id) {
      const [, locale, part] = modules.exec(id.slice(1)) ?? []
      if (locale === undefined) return undefined
      for (const { path } of filesOf(locale)) this.addWatchFile(path)
      const wanted = Object.entries(catalogueOf(locale)).filter(
        ([area]) => first.includes(area) === (part === 'first') && !(isProduction && atHome.includes(area)),
      )
      return `export default ${JSON.stringify(Object.fromEntries(wanted))}`
    },
  }
}

/** All that the console says in a language: each file of `shared/i18n/console` under the name of its area. */
export function catalogueOf(locale: string): Catalogue {
  const product = JSON.parse(readFileSync(`${folder}${locale}.json`, 'utf8')) as Catalogue
  return {
    ...Object.fromEntries(shared.map((group) => [group, product[group]])),
    ...Object.fromEntries(filesOf(locale).map(({ area, path }) => [area, JSON.parse(readFileSync(path, 'utf8'))])),
  }
}

function filesOf(locale: string): { area: string; path: string }[] {
  return readdirSync(`${folder}console`)
    .filter((name) => name.endsWith(`.${locale}.json`))
    .map((name) => ({ area: name.slice(0, -`.${locale}.json`.length), path: `${folder}console/${name}` }))
}
