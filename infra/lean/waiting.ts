import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { forLambda } from './form.ts'
import { fileOf, libraries } from './later.ts'
import { lean } from './plugins.ts'
import { edited, standIn } from './stand-in.ts'

type Output = Metafile['outputs'][string]

/** Writes what waits beside a bundled file into its folder. */
export async function bundleWaiting(
  { inputs }: Metafile,
  output: Output,
  directory: string,
): Promise<Record<string, Output>> {
  const files = Object.keys(output.inputs)
  const imported = libraries.flatMap((library) => {
    const importer = files.find((file) => inputs[file]?.imports.some(({ path }) => path === fileOf(library)))
    return importer === undefined ? [] : [bundleImported(library, importer, directory)]
  })
  const called = files.includes('only-called:rrule-temporal') ? [bundleCalled(directory)] : []
  const read = catalogues.filter((file) => files.includes(file)).map((file) => copyRead(file, directory))
  const bundled = await Promise.all([...imported, ...called, ...read])
  return Object.assign({}, ...bundled.map(({ metafile }) => metafile.outputs))
}

/** Of the library, what the importing file speaks of. */
async function bundleImported(library: string, importer: string, directory: string) {
  const words = new Set(readFileSync(join(forLambda.absWorkingDir, importer), 'utf8').match(/\w+/g))
  const names = Object.keys(await import(library)).filter((name) => words.has(name))
  return build({
    ...forLambda,
    stdin: { contents: `export { ${names.join(', ')} } from '${library}'`, resolveDir: import.meta.dirname },
    outfile: join(directory, fileOf(library)),
    plugins: [...lean],
  })
}

function bundleCalled(directory: string) {
  return build({
    ...forLambda,
    stdin: { contents: "export { RRuleTemporal } from 'rrule-temporal'", resolveDir: import.meta.dirname },
    outfile: join(directory, 'rrule-temporal.cjs'),
    format: 'cjs',
    banner: { js: 'module.exports=given=>{const module={exports:{}};' },
    footer: { js: 'return module.exports}' },
    plugins: [oneTemporal, standIn('given', { 'temporal-polyfill': 'export const Temporal = given' })],
  })
}

const catalogues = ['shared/i18n/en.json', 'shared/i18n/fr.json'] as const

function copyRead(file: string, directory: string) {
  return build({
    ...forLambda,
    entryPoints: [file],
    outfile: join(directory, basename(file)),
    loader: { '.json': 'copy' },
  })
}

/** The library carries a copy of the polyfill of Temporal that the product has already; Node 24 has none of its own. */
const oneTemporal = edited('one-temporal', /[/\\]rrule-temporal[/\\]dist[/\\]src-[\w-]+\.js$/, (source) => {
  const [seam, active, copy] = /,(\w+)=globalThis\.Temporal\?\?(\w+),/.exec(source) ?? []
  if (seam === undefined) return source
  const own = source.slice(source.indexOf(seam) + seam.length)
  return `import { Temporal as ${copy} } from 'temporal-polyfill';const ${active}=${copy},${own}`
})
