import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

interface Entry {
  readonly file: string
  readonly src?: string
  readonly isEntry?: boolean
  readonly isDynamicEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

/** Bytes as they travel, gzipped. */
export interface Sizes {
  /** Script that the first screen waits for: the frame with the larger of the two languages. */
  readonly script: number
  readonly style: number
  /** What each screen adds when somebody goes there, by its source file. */
  readonly screens: Readonly<Record<string, number>>
}

/** Most bytes, gzipped: docs/console.md has where they come from. */
export const budgets = { script: 190_000, style: 40_000, screen: 30_000 } as const

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/** What the console that was built last weighs. */
export function consoleSizes(): Sizes {
  const manifest = JSON.parse(readFileSync(`${dist}manifest.json`, 'utf8')) as Record<string, Entry>
  const weigh = (file: string) => gzipSync(readFileSync(dist + file), { level: 9 }).length
  const weighAll = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + weigh(file), 0)
  const first = filesOf(manifest, 'index.html')
  const words = Object.keys(manifest).filter((name) => name.endsWith('/first'))
  const screens = Object.keys(manifest).filter((name) => manifest[name]?.isDynamicEntry && name.startsWith('src/'))
  return {
    script: weighAll(only(first, '.js')) + Math.max(...words.map((name) => weigh(manifest[name]?.file ?? ''))),
    style: weighAll(only(first, '.css')),
    screens: Object.fromEntries(screens.map((name) => [name, weighAll(filesOf(manifest, name).difference(first))])),
  }
}

/** A module's own file and all that it cannot do without. */
function filesOf(manifest: Record<string, Entry>, name: string): Set<string> {
  const entry = manifest[name]
  if (entry === undefined) throw new Error(`${name} was not built.`)
  const own = new Set([entry.file, ...(entry.css ?? [])])
  return (entry.imports ?? []).reduce((all, each) => all.union(filesOf(manifest, each)), own)
}

function only(files: ReadonlySet<string>, ending: string): string[] {
  return [...files].filter((file) => file.endsWith(ending))
}
