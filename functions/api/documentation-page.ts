import { html, raw } from 'hono/html'

interface Media {
  readonly example?: unknown
}

interface DescribedOperation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Media>> }>
  >
}

/** An OpenAPI document, as far as the page shows it. */
export interface Described {
  readonly info: { readonly title: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
}

/** The page's one style sheet, which its Content-Security-Policy names by digest. */
export const style = `
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2522}
a{color:#126e60}code,pre{font:14px/1.5 ui-monospace,monospace}pre{background:#eaf6f4;padding:1rem;overflow:auto}
summary{cursor:pointer;padding:.4rem 0;border-bottom:1px solid #7b8783}nav a{margin-right:1rem}
dt{font-weight:600}`

/** Every operation by its tag: what it is for, who may, what it takes and answers. No script. */
export function page({ info, paths }: Described) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
  )
  const tags = [...new Set(operations.map(({ tags: [tag = ''] }) => tag))].sort()
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}: API</title>
        <style>${raw(style)}</style>
      </head>
      <body>
        <h1>${info.title}: API</h1>
        ${info.description.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}
        <p>Machine-readable: <a href="/openapi.json">openapi.json</a></p>
        <nav aria-label="Resources">${tags.map((tag) => html`<a href="#${tag}">${tag}</a>`)}</nav>
        <main>
          ${tags.map(
            (tag) =>
              html`<h2 id="${tag}">${tag}</h2>
                ${operations.filter(({ tags: [first] }) => first === tag).map(shown)}`,
          )}
        </main>
      </body>
    </html>`
}

function shown(operation: DescribedOperation & { readonly path: string; readonly method: string }) {
  const { operationId, method, path, summary, description, parameters = [], requestBody, responses } = operation
  return html`<details id="${operationId}">
    <summary><code>${method} ${path}</code> ${summary}</summary>
    ${description.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}
    ${
      parameters.length > 0
        ? html`<p>Takes ${parameters.map((given, n) => html`${n > 0 ? ', ' : ''}<code>${given.name}</code> (${given.in})`)}</p>`
        : ''
    }
    ${sample('Body', requestBody?.content)}
    <dl>
      ${Object.entries(responses).map(
        ([status, response]) => html`<dt>${status}</dt>
          <dd>
            ${response.description} ${Number(status) < 300 ? sample('', response.content) : ''}
          </dd>`,
      )}
    </dl>
  </details>`
}

function sample(title: string, content: Readonly<Record<string, Media>> | undefined) {
  const example = Object.values(content ?? {})[0]?.example
  return example === undefined ? '' : html`<p>${title}</p><pre>${JSON.stringify(example, null, 2)}</pre>`
}
