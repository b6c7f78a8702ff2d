import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'

/** How code is bundled for Lambda, whatever is in it. */
export const forLambda = {
  absWorkingDir: join(import.meta.dirname, '../..'),
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  metafile: true,
  logLevel: 'error',
  // What a stand-in lacks is found here, not by the first caller.
  logOverride: { 'import-is-undefined': 'error' },
} as const satisfies BuildOptions
