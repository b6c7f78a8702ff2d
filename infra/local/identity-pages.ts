import type { ServerResponse } from 'node:http'
import { html, raw } from 'hono/html'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { type Role, roles } from '../../shared/core/permissions.ts'
import type { SignInPerson } from './identity.ts'
import { type Language, languageOf, words } from './identity-words.ts'

/** The page that stands for a password: everyone who works at each centre, one button a person. */
export function signInPage(people: readonly SignInPerson[], language: Language): Promise<string> {
  const text = words[language]
  const other = language === 'en' ? 'fr' : 'en'
  const centres = Object.values(Object.groupBy(people, (person) => person.centreId))
  return page(
    language,
    text.choose,
    html`<p>${text.madeUp} <a href="?lang=${other}" lang="${other}" hreflang="${other}">${words[other].name}</a></p>
<form method="post">${centres.map((staff = [], index) => centre(staff, index, language))}</form>`,
  )
}

/** Asks whether to sign out, with the form that the provider wants sent. */
export function signOutPage(context: KoaContextWithOIDC, form: string): Promise<void> {
  const text = words[languageOf(context.oidc.params?.ui_locales)]
  const buttons = html`<button form="op.logoutForm" name="logout" value="yes">${text.signOut}</button>
<button form="op.logoutForm">${text.stay}</button>`
  return show(context, text.signOutQuestion, html`${raw(form)}${buttons}`)
}

export function signedOutPage(context: KoaContextWithOIDC): Promise<void> {
  return show(context, words[languageOf(context.oidc.params?.ui_locales)].signedOut, '')
}

/** Shows a refused request to whoever builds the client: what was wrong with it, by its OAuth name. */
export const errorPage: NonNullable<Configuration['renderError']> = (context, { error, error_description }) => {
  const text = words[languageOf(context.oidc?.params?.ui_locales)]
  return show(context, text.refused, html`<p>${error_description} (<code>${error}</code>)</p>`)
}

export function startAgainPage(language: Language): Promise<string> {
  return page(language, words[language].over, html`<p>${words[language].startAgain}</p>`)
}

export function respond(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

async function show(context: KoaContextWithOIDC, title: string, content: unknown): Promise<void> {
  context.set(headers)
  context.type = 'html'
  context.body = await page(languageOf(context.oidc?.params?.ui_locales), title, content)
}

function centre(staff: readonly SignInPerson[], index: number, language: Language) {
  return html`<section aria-labelledby="centre-${index}"><h2 id="centre-${index}">${staff[0]?.centre}</h2><ul>
${staff.map(
  (person) => html`<li><button name="subject" value="${person.subject}">${person.name}
<small>${person.roles.map((role) => roleName(role, language)).join(', ')}
(<span lang="${person.locale}">${words[person.locale].name}</span>)</small></button></li>`,
)}</ul></section>`
}

function roleName(role: string, language: Language): string {
  return role in roles ? words[language].roles[role as Role] : role
}

async function page(language: Language, title: string, content: unknown): Promise<string> {
  // The helper gives a String object, which node:http refuses and Koa would send as JSON.
  return String(
    await html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} – Rx: Community</title><style>${raw(style)}</style></head>
<body><main><h1>${title}</h1>${content}</main></body></html>`,
  )
}

const style = `:root{color-scheme:light dark;font:1.0625rem/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem}h1{font-size:1.6rem}h2{font-size:1.15rem;margin:1.5rem 0 .5rem}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.5rem;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}
button{font:inherit;text-align:start;padding:.6rem .8rem;min-height:2.75rem}li button{width:100%}small{display:block}`
