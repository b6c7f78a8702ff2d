import { basename } from 'node:path'
import type { Plugin } from 'esbuild'
import { edited, standIn } from './stand-in.ts'

/** What the code itself fetches, by `import()`. */
export const libraries = ['openid-client', '@aws-sdk/client-cognito-identity-provider'] as const

const onlyImported: Plugin = {
  name: 'only-imported',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(${libraries.join('|')})$`) }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: fileOf(path), external: true } : undefined,
    )
  },
}

/**
 * What code calls that does not wait for anything: the call fetches it. CommonJS, because Lambda switches the requiring
 * of ES modules off. It is given the bundle's Temporal, so as not to bring another.
 */
const onlyCalled = standIn('only-called', {
  'rrule-temporal': `
    import { createRequire } from 'node:module'
    import { Temporal } from 'temporal-polyfill'
    let library
    export function RRuleTemporal(options) {
      library ??= createRequire(import.meta.url)('./rrule-temporal.cjs')(Temporal)
      return new library.RRuleTemporal(options)
    }`,
})

/** The catalogue of a language is data, for its first word to read: the stand-in of i18next in `words.ts` knows. */
const onlyRead = edited(
  'only-read',
  /[/\\]shared[/\\]i18n[/\\](en|fr)\.json$/,
  (_, path) => `
    import { readFileSync } from 'node:fs'
    let words
    export default () => (words ??= JSON.parse(readFileSync(new URL('./${basename(path)}', import.meta.url), 'utf8')))`,
)

/**
 * What is large waits in files of its own, beside the bundle, until it is needed: most starts of a function never expand
 * a recurrence rule or sign anybody in, and few speak both languages.
 */
export const later: readonly Plugin[] = [onlyImported, onlyCalled, onlyRead]

/** The file of a library, as the bundle names it. */
export function fileOf(library: string): string {
  return `./${basename(library)}.mjs`
}
