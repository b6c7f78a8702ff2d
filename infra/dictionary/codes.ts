import { readFileSync } from 'node:fs'

type Catalogue = { readonly [key: string]: string | Catalogue }

/** A code in words. */
export interface Words {
  readonly en: string
  readonly fr: string
}

const folder = new URL('../../shared/i18n/', import.meta.url)

function read(file: string, locale: string): Catalogue {
  return JSON.parse(readFileSync(new URL(`${file}${locale}.json`, folder), 'utf8')) as Catalogue
}

/** Where codes have their words: groups of the product's catalogue, then of the console's, in this order. */
const places: readonly (readonly [file: string, group: string])[] = [
  ...['code', 'activities', 'extract', 'message'].map((group) => ['', group] as const),
  ...['status', 'role', 'section', 'word', 'step', 'statistic', 'hidden', 'extract'].map(
    (group) => ['', `=${group}`] as const,
  ),
  ['console/measures.', 'measures'],
  ['console/today.', 'today'],
  ['console/goals.', 'goals'],
  ['console/audit.', 'audit'],
]

/**
 * The words of a list of codes. The group that has most of them speaks for the list; a code that it lacks has the words
 * of another group, or none.
 */
export function wordsOf(codes: readonly string[]): Map<string, Words> {
  groups ??= readGroups()
  const has = (group: ReadonlyMap<string, Words>) => codes.filter((code) => group.has(code)).length
  const best = groups.toSorted((a, b) => has(b) - has(a))
  return new Map(
    codes.flatMap((code) => {
      const words = best.map((group) => group.get(code)).find((found) => found !== undefined)
      return words ? [[code, words] as const] : []
    }),
  )
}

/** What a field is called on screens and papers, where it is. */
export function fieldWords(field: string): Words | undefined {
  fields ??= wordsIn(read('', 'en').field, read('', 'fr').field)
  return fields.get(field)
}

let groups: ReadonlyMap<string, Words>[] | undefined
let fields: ReadonlyMap<string, Words> | undefined

function readGroups(): ReadonlyMap<string, Words>[] {
  return places.flatMap(([file, place]) => {
    const group = place.replace('=', '')
    const [en, fr] = file === '' ? [read('', 'en')[group], read('', 'fr')[group]] : [read(file, 'en'), read(file, 'fr')]
    if (place.startsWith('=')) return [wordsIn(en, fr)]
    return Object.keys(typeof en === 'object' ? en : {}).map((key) => wordsIn(inside(en, key), inside(fr, key)))
  })
}

/** Words under each code: a text, or the `name` of an entry. */
function wordsIn(en: string | Catalogue | undefined, fr: string | Catalogue | undefined): ReadonlyMap<string, Words> {
  const text = (found: string | Catalogue | undefined) => (typeof found === 'object' ? found.name : found)
  return new Map(
    Object.keys(typeof en === 'object' ? en : {}).flatMap((code) => {
      const [english, french] = [text(inside(en, code)), text(inside(fr, code))]
      return typeof english === 'string' && typeof french === 'string'
        ? [[code, { en: english, fr: french }] as const]
        : []
    }),
  )
}

function inside(catalogue: string | Catalogue | undefined, key: string): string | Catalogue | undefined {
  return typeof catalogue === 'object' ? catalogue[key] : undefined
}
