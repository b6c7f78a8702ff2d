import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'

/** The entry of each function, by the function's name. */
export const entries = {
  api: 'functions/api/handler.ts',
  admin: 'functions/admin/handler.ts',
  events: 'functions/worker/events.ts',
  outbox: 'functions/worker/outbox.ts',
} as const

export type FunctionName = keyof typeof entries
export const functionNames = Object.keys(entries) as FunctionName[]

/** The API's document, beside the handler of the api function. */
export const openapiFile = 'openapi.json'

export interface Bundles {
  /** The folder with one function's `index.mjs`. */
  directory(name: FunctionName): string
  /** Bytes by file, for each function's own output. */
  readonly metafile: Metafile
}

const root = join(import.meta.dirname, '..')

/** Bundles every function, each on its own, into folders of its name below `directory` (an absolute path). */
export async function bundleFunctions(directory: string): Promise<Bundles> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [`${name}/index`, entry])),
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [twoLanguages, lambdaCredentials],
    metafile: true,
    logLevel: 'error',
  })
  await copyFile(join(root, 'docs/openapi.json'), join(directory, 'api', openapiFile))
  return { directory: (name) => join(directory, name), metafile }
}

/** zod brings its messages in fifty languages; our own catalogues have the words, in two. */
const twoLanguages: Plugin = {
  name: 'two-languages',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]zod[/\\]v4[/\\]locales[/\\][\w-]+\.js$/ }, ({ path }) =>
      /[/\\](index|en|fr-CA)\.js$/.test(path) ? undefined : { contents: 'export default () => ({})' },
    )
  },
}

/** Lambda hands credentials over in the environment: profiles, single sign-on and instance metadata are left out. */
const lambdaCredentials: Plugin = {
  name: 'lambda-credentials',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]@aws-sdk[/\\]credential-provider-node[/\\]dist-es[/\\]index\.js$/ }, ({ path }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'",
      resolveDir: join(path, '..'),
    }))
  },
}
