import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Locale } from '../../../shared/core/text.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** A document that this server wrote, and the language it is in. */
export interface Page {
  readonly locale: Locale
  readonly html: Html
}

/** The pages' one style sheet, which their Content-Security-Policy names by digest. */
export const style = `
body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1b2522}
h1{font-size:1.6rem}h2{font-size:1.25rem;border-bottom:1px solid #7b8783;margin-top:2rem}h3{font-size:1rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;margin:.4rem 0}
dt{font-weight:600}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}
ul{padding-left:1.2rem}small{color:#4d5a56}
@media(max-width:30rem){dl{display:block}dd{margin-bottom:.5rem}}
@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}li,dl>*{break-inside:avoid}}`

/** A page without script: title, heading, and what is below it. */
export function printed(locale: Locale, title: string, body: Html): Page {
  return {
    locale,
    html: html`<!doctype html>
      <html lang="${locale}-CA">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <style>${raw(style)}</style>
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            ${body}
          </main>
        </body>
      </html>`,
  }
}
