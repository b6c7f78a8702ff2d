import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the sources say of schemas and their fields, in the comments beside them. */
export interface Comments {
  /** Of a component of the API's document. */
  ofResource(component: string): string | undefined
  /** @param field its own name, whatever it is inside of. */
  ofField(component: string, field: string): string | undefined
}

/** A declaration at the left edge of a file. */
interface Declaration {
  readonly comment: string | undefined
  readonly fields: ReadonlyMap<string, string>
  /** Names that occur in it. */
  readonly mentions: readonly string[]
}

const root = new URL('../../', import.meta.url).pathname

/**
 * Reads the comments of every schema. A component goes by the name that it is given with `meta({ id: 'Goal' })`; a field
 * that its own declaration does not have is looked for in those that it is picked or extended from.
 */
export function readComments(): Comments {
  const sources = ['shared', 'functions'].flatMap(sourcesIn)
  const declarations = new Map(sources.flatMap((source) => [...declarationsIn(source)]))
  const names = new Map(
    sources.flatMap((source) =>
      [...source.matchAll(/(\w+)(?:\s*\.\w+\([^()]*\))*\s*\.meta\(\{\s*id: '(\w+)'/g)].map(
        ([, name = '', id = '']) => [id, name] as const,
      ),
    ),
  )
  const named = (component: string) =>
    [names.get(component), `${component}Schema`, component].find((name) => name !== undefined && declarations.has(name))
  const find = (name: string, field: string, seen: ReadonlySet<string>): string | undefined => {
    const declaration = declarations.get(name)
    if (declaration === undefined || seen.has(name)) return undefined
    const own = declaration.fields.get(field)
    if (own !== undefined) return own
    const further = new Set([...seen, name])
    return declaration.mentions.map((other) => find(other, field, further)).find((comment) => comment !== undefined)
  }
  return {
    ofResource: (component) => declarations.get(named(component) ?? '')?.comment,
    ofField: (component, field) => find(named(component) ?? '', field, new Set()),
  }
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .filter((source) => source.includes("from 'zod'"))
}

function* declarationsIn(source: string): Generator<[string, Declaration]> {
  const starts = [...source.matchAll(/^(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?(?:export )?const (\w+) =/gm)]
  for (const start of starts) {
    const [, comment, name = ''] = start
    // As far as the next thing at the left edge.
    const [text = ''] = source.slice(start.index + start[0].length).split(/\n(?=[a-z/@])/i, 1)
    const fields = [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:readonly )?['"]?([\w-]+)['"]?\??:/g)]
    const mentions = [...new Set([...text.matchAll(/\b[A-Z]\w+\b/g)].map(([word]) => word))].filter(
      (word) => word !== name,
    )
    yield [
      name,
      {
        comment: comment && tidy(comment),
        fields: new Map(fields.map(([, words = '', field = '']) => [field, tidy(words)])),
        mentions,
      },
    ]
  }
}

/** A comment on one line, without its stars; its first paragraph. */
function tidy(comment: string): string {
  const [first = ''] = comment
    .replace(/^[ \t]*\*[ \t]?/gm, '')
    .trim()
    .split(/\n\s*\n|\n@/)
  return first.replace(/\s+/g, ' ')
}
