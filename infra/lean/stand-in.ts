import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'

/** Any character of a regular expression that means more than itself. */
const special = /[$()*+./?[\\\]^{|}]/g

/** Packages in whose place something else is bundled: its source, by the package's name, where `importer` asks for it. */
export function standIn(name: string, sources: Readonly<Record<string, string>>, importer = /./): Plugin {
  const names = Object.keys(sources).map((path) => path.replace(special, '\\$&'))
  return {
    name,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^(${names.join('|')})$`) }, ({ path, importer: by }) =>
        importer.test(by) ? { path, namespace: name, sideEffects: false } : undefined,
      )
      onLoad({ filter: /./, namespace: name }, ({ path }) => ({
        contents: sources[path] ?? '',
        resolveDir: import.meta.dirname,
      }))
    },
  }
}

/**
 * Files of packages, by the end of their path, as they are bundled instead.
 * @throws Error, which fails the bundle, for a file in which nothing changes: the package is not the one it was.
 */
export function edited(name: string, filter: RegExp, edit: (source: string, path: string) => string): Plugin {
  return {
    name,
    setup({ onLoad }) {
      onLoad({ filter }, ({ path }) => {
        const source = readFileSync(path, 'utf8')
        const contents = edit(source, path)
        if (contents === source) throw new Error(`${name} finds nothing to change in ${path}.`)
        return { contents, resolveDir: join(path, '..'), loader: 'js' }
      })
    },
  }
}
