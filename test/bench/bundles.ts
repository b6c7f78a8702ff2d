import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { type Bundles, bundleFunctions, entries, functionNames } from '../../infra/bundle.ts'
import { forLambda } from '../../infra/lean/form.ts'
import { asLambda } from '../support/lambda.ts'

export interface Size {
  readonly name: string
  /** Bytes that a start of the function loads. */
  readonly start: number
  /** Bytes in its folder that wait until they are needed. */
  readonly later: number
}

/** Milliseconds of each load of both sides. */
export interface Load {
  readonly product: readonly number[]
  readonly floor: readonly number[]
}

/** What the functions weigh, and what loading the api function takes beside loading Hono and the database's client. */
export async function weigh(loads: number): Promise<{ sizes: readonly Size[]; load: Load }> {
  const directory = await mkdtemp(join(tmpdir(), 'rxc-bench-bundles-'))
  try {
    const bundles = await bundleFunctions(directory)
    const floor = join(directory, 'floor')
    await build({
      ...forLambda,
      stdin: { contents: bare, resolveDir: import.meta.dirname },
      outfile: join(floor, 'index.mjs'),
    })
    const load = await loadBoth(bundles.directory('api'), floor, loads)
    return { sizes: functionNames.map((name) => sizeOf(bundles, name)), load }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** The libraries as they come, with a stand-in for none of them. */
const bare = `
  export { Hono } from 'hono'
  export { DynamoDBClient } from '@aws-sdk/client-dynamodb'
  export { DynamoDBDocumentClient, GetCommand, BatchGetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'`

export function sizeOf({ metafile }: Bundles, name: (typeof functionNames)[number]): Size {
  const outputs = Object.entries(metafile.outputs)
  const [file = '', bundle] = outputs.find(([, { entryPoint }]) => entryPoint === entries[name]) ?? []
  const beside = outputs.filter(([other]) => other !== file && dirname(other) === dirname(file))
  const later = beside.reduce((sum, [, { bytes }]) => sum + bytes, 0)
  return { name, start: bundle?.bytes ?? Number.NaN, later }
}

/** Loads both in turn, each time in a process of its own; the first of each only warms the disk. */
async function loadBoth(product: string, floor: string, loads: number): Promise<Load> {
  const timed = 'const from = performance.now(); await import("./index.mjs"); console.log(performance.now() - from)'
  const load: { product: number[]; floor: number[] } = { product: [], floor: [] }
  for (let turn = 0; turn <= loads; turn += 1) {
    const [p, f] = [await asLambda<number>(product, timed), await asLambda<number>(floor, timed)]
    if (turn === 0) continue
    load.product.push(p)
    load.floor.push(f)
  }
  return load
}
