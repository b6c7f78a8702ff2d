import { Hono } from 'hono'
import { html } from 'hono/html'
import openapi from '../../docs/openapi.json' with { type: 'json' }

type Document = typeof openapi & { paths: Record<string, Record<string, Described>> }
interface Described {
  operationId: string
  summary: string
  description: string
  tags: string[]
}

/** The OpenAPI document, and a page that lists its operations for people. */
export function documentation(publicUrl: string) {
  const routes = new Hono()
  const served = { ...openapi, servers: [{ url: publicUrl }] }
  routes.get('/openapi.json', (c) => c.json(served, 200, { 'Cache-Control': 'public, max-age=300' }))
  routes.get('/docs', (c) => c.html(page(openapi as Document), 200, { 'Cache-Control': 'public, max-age=300' }))
  return routes
}

function page(document: Document) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  )
  const tags = [...new Set(operations.map(({ tags: [tag = ''] }) => tag))]
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Rx: Community API</title>
      </head>
      <body>
        <h1>Rx: Community API</h1>
        <nav>${tags.map((tag) => html`<a href="#${tag}">${tag}</a> `)}</nav>
        ${tags.map(
          (tag) =>
            html`<h2 id="${tag}">${tag}</h2>
              ${operations
                .filter((operation) => operation.tags[0] === tag)
                .map(({ method, path, summary }) => html`<p><code>${method} ${path}</code> ${summary}</p>`)}`,
        )}
      </body>
    </html>`
}
