import { execFile } from 'node:child_process'
import { glob, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { askAgain, consoleHeaders, keepForever } from '../console-headers.ts'
import { fileOf } from '../edge/page.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = join(root, 'web/dist')
const sources = [
  'web/src/**',
  'web/build/**',
  'web/public/**',
  'web/*.{html,ts}',
  'shared/i18n/**',
  'package-lock.json',
]

/**
 * Serves the console as the cloud does: its files, and its one page at every other address.
 * @param folder where it was built, where that is not the usual place.
 */
export function consoleApp(folder = built): Hono {
  const app = new Hono()
  const files = relative(process.cwd(), folder)
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(consoleHeaders)) c.header(name, value)
    c.header('Cache-Control', c.req.path.startsWith('/assets/') && c.res.ok ? keepForever : askAgain)
  })
  app.get('*', serveStatic({ root: files, rewriteRequestPath: fileOf }))
  return app
}

/** Builds the console unless what was built last is newer than all that it is built from. */
export async function buildConsole(): Promise<void> {
  if (!(await isCurrent())) await buildInto(built)
}

/**
 * Builds the console as it ships, whatever the process that asks for it is for: on its own, so that no setting of that
 * process reaches it.
 * @param mode `gallery` has the gallery in it.
 */
export async function buildInto(folder: string, mode: 'production' | 'gallery' = 'production'): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const options = ['--config', join(root, 'web/vite.config.ts'), '--outDir', folder, '--mode', mode, '--emptyOutDir']
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error', ...options], { env, cwd: root })
}

async function isCurrent(): Promise<boolean> {
  const done = await stat(join(built, 'index.html')).catch(() => undefined)
  if (done === undefined) return false
  for await (const file of glob(sources, { cwd: root })) {
    const { mtimeMs } = await stat(join(root, file))
    if (mtimeMs > done.mtimeMs) return false
  }
  return true
}
