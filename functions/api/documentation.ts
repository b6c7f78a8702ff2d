import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { type Described, page, style } from './documentation-page.ts'
import { pagePolicy } from './security-headers.ts'

/** Where the document is when the code is not bundled; the bundle has it beside the handler. */
const beside = new URL('../../docs/openapi.json', import.meta.url)
const kept = { 'Cache-Control': 'public, max-age=300' }

/** The OpenAPI document as `npm run openapi` wrote it, and a page that shows it to people. Read once, when first asked. */
export function documentation({ publicUrl, openapiFile }: { publicUrl: string; openapiFile: string | undefined }) {
  const routes = new Hono()
  let document: Promise<Described> | undefined
  const read = () => {
    document ??= readFile(openapiFile ?? beside, 'utf8').then((text) => JSON.parse(text) as Described)
    return document
  }
  routes.get('/openapi.json', async (c) => c.json({ ...(await read()), servers: [{ url: publicUrl }] }, 200, kept))
  const shown = { ...kept, 'Content-Security-Policy': pagePolicy(style) }
  routes.get('/docs', async (c) => c.html(page(await read()), 200, shown))
  return routes
}
