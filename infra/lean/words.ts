interface Options {
  readonly lng: string
  readonly count?: number
  readonly [blank: string]: unknown
}
/** By language; read when they are first asked for. */
type Catalogues = Readonly<Record<string, { readonly translation: () => object }>>

/**
 * Stands in for i18next in the bundles: texts by path, `{blanks}`, plural forms. No namespaces, contexts, nested texts,
 * formats or languages to fall back on, which `shared/i18n` does not use.
 */
function createInstance() {
  let catalogues: Catalogues = {}
  return {
    init({ resources }: { readonly resources: Catalogues }): void {
      catalogues = resources
    },
    exists: (key: string, { lng }: Options): boolean => textAt(catalogues[lng]?.translation(), key) !== undefined,
    t(key: string, options: Options): string {
      const { lng, count } = options
      const keys = typeof count !== 'number' ? [key] : [...forms(lng, count).map((form) => `${key}_${form}`), key]
      const text = keys.map((each) => textAt(catalogues[lng]?.translation(), each)).find((found) => found !== undefined)
      const fill = (blank: string, name: string) => (Object.hasOwn(options, name) ? String(options[name] ?? '') : blank)
      return text?.replace(/\{(\w+)\}/g, fill) ?? key
    },
  }
}

export default { createInstance }

function textAt(catalogue: object | undefined, key: string): string | undefined {
  let found: unknown = catalogue
  for (const step of key.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = found[step as keyof typeof found]
  }
  return typeof found === 'string' && found !== '' ? found : undefined
}

function forms(language: string, count: number): string[] {
  const form = new Intl.PluralRules(language).select(count)
  return [...(count === 0 ? ['zero'] : []), form, 'other']
}
