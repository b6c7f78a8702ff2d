import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { forLambda } from './lean/form.ts'
import { later } from './lean/later.ts'
import { lean } from './lean/plugins.ts'
import { bundleWaiting } from './lean/waiting.ts'

/** The entry of each function, by the function's name. */
export const entries = {
  api: 'functions/api/handler.ts',
  admin: 'functions/admin/handler.ts',
  events: 'functions/worker/events.ts',
  outbox: 'functions/worker/outbox.ts',
  archive: 'functions/worker/archive.ts',
  offboard: 'functions/worker/offboard.ts',
} as const

export type FunctionName = keyof typeof entries
export const functionNames = Object.keys(entries) as FunctionName[]

/** The API's document, beside the handler of the api function. */
export const openapiFile = 'openapi.json'

/** The most that may be loaded to start the api function: docs/architecture.md, "Speed". */
export const mostBytes = 750_000

export interface Bundles {
  /** The folder with one function's `index.mjs`, and beside it what it fetches when that is first needed. */
  directory(name: FunctionName): string
  /** Bytes by file, for each function's own outputs. */
  readonly metafile: Metafile
}

/** Bundles every function, each on its own, into folders of its name below `directory` (an absolute path). */
export async function bundleFunctions(directory: string): Promise<Bundles> {
  const { metafile } = await build({
    ...forLambda,
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [`${name}/index`, entry])),
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    plugins: [...lean, ...later],
  })
  const waiting = Object.values(metafile.outputs).map((output) => {
    const name = functionNames.find((each) => entries[each] === output.entryPoint)
    return name === undefined ? {} : bundleWaiting(metafile, output, join(directory, name))
  })
  const outputs = Object.assign({}, metafile.outputs, ...(await Promise.all(waiting)))
  await copyFile(join(forLambda.absWorkingDir, 'docs/openapi.json'), join(directory, 'api', openapiFile))
  return { directory: (name) => join(directory, name), metafile: { inputs: metafile.inputs, outputs } }
}
