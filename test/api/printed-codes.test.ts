import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createApp } from '../../functions/api/app.ts'
import { Limiter } from '../../functions/api/limits/limiter.ts'
import { policies } from '../../functions/api/limits/policies.ts'
import { pagePolicy } from '../../functions/api/security-headers.ts'
import { allianceId, Centre } from '../../shared/centres/schema.ts'
import { change } from '../../shared/db/event.ts'
import { printedCode } from '../../shared/prescriptions/printed-code.ts'
import { allianceCaller } from '../support/alliance.ts'
import { testApi } from '../support/api.ts'
import { centre, type TestCentre } from '../support/centre.ts'
import { commandsOf } from '../support/commands.ts'
import { withActivity, withProposal } from '../support/loop.ts'

const code = 'Q5V8Z9K2M4'

async function visit(at: Pick<TestCentre, 'api'>, path: string, language = 'en-CA') {
  const answer = await at.api.app.request(`https://rx.test${path}`, { headers: { 'Accept-Language': language } })
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}

test('whoever scans a printed code reads from where it is and whom to ring, in both languages, their own first', async () => {
  const at = await centre()
  const english = await visit(at, `/p/${at.id}/${code}`)
  expect([english.status, english.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8'])
  expect(english.html).toContain('<html lang="en-CA">')
  expect(english.html).toContain('This is a social prescription from Maple Test CHC.')
  expect(english.html).toContain('<a href="tel:+15195550100">519-555-0100</a>')
  const french = await visit(at, `/p/${at.id}/${code}`, 'fr-CA')
  expect(french.html).toContain('<html lang="fr-CA">')
  const inOrder = (html: string, texts: readonly string[]) => {
    const places = texts.map((text) => html.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  }
  inOrder(english.html, ['<h1>Social prescription', '<section lang="fr-CA">', '<h2>Prescription sociale', 'CSC Érable'])
  inOrder(french.html, ['<h1>Prescription sociale', 'CSC Érable', '<section lang="en-CA">', '<h2>Social prescription'])
})

test('the page runs no script, and its one style sheet is the one that its policy names', async () => {
  const at = await centre()
  for (const path of [`/p/${at.id}/${code}`, `/p/no-such-centre/${code}`]) {
    const { html, headers } = await visit(at, path)
    const style = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? ''
    expect(headers.get('Content-Security-Policy')).toBe(pagePolicy(style))
    expect(html).not.toMatch(/<script|<img|<link|style="|https?:/)
    expect(html.length).toBeLessThan(4_000)
  }
})

test('says the same for every code, and looks up nothing but the centre', async () => {
  const at = await centre()
  const real = printedCode((await withProposal(at, await withActivity(at))).id)
  const sent = await commandsOf(at, async () => {
    const { html } = await visit(at, `/p/${at.id}/${real}`)
    expect((await visit(at, `/p/${at.id}/${code}`)).html).toBe(html)
    for (const told of ['Fern', real, 'Ukulele']) expect(html).not.toContain(told)
  })
  expect(sent).toEqual([])
})

test('what is no code, and what is no centre, is a page that is not there, in both languages', async () => {
  const at = await centre()
  await allianceCaller(at.api, 'alliance-admin')
  const paths = [
    ...['Q5V8Z9K2M', `${code}4`, 'q5v8z9k2m4', 'Q5V8Z9K2MU', 'Q5V8Z9K2M%0A', '%00'].map(
      (text) => `/p/${at.id}/${text}`,
    ),
    ...['no-such-centre', allianceId, 'provincial', '..%2F', 'CENTRES', '%E0%A4%A'].map((id) => `/p/${id}/${code}`),
  ]
  for (const path of paths) {
    const { status, html } = await visit(at, path, 'fr')
    expect([path, status]).toEqual([path, 404])
    expect(html).toContain('<h1>Page introuvable')
    expect(html).toContain('<h2>Page not found')
  }
})

test('of a centre that is suspended there is no page', async () => {
  const at = await centre()
  const { store } = at.context()
  const before = await store.get(Centre, at.id)
  await store.commit([change(Centre, before, { ...before, version: 2, status: 'suspended' }, 'suspended')])
  expect((await visit(at, `/p/${at.id}/${code}`)).status).toBe(404)
})

test('an address opens only so many pages', async () => {
  const at = await centre()
  const { deps, keys } = at.api
  const app = createApp({ ...deps, limiter: new Limiter(deps.system, randomUUID()) }, keys)
  const from = (sourceIp: string) =>
    app.request(`https://rx.test/p/${at.id}/${code}`, {}, { requestContext: { identity: { sourceIp } } })
  for (let n = 0; n < policies.page.quota; n += 1) expect((await from('192.0.2.7')).status).toBe(200)
  const over = await from('192.0.2.7')
  expect([over.status, over.headers.get('Retry-After')]).toEqual([429, expect.stringMatching(/^\d+$/)])
  expect((await from('198.51.100.9')).status).toBe(200)
})

test('an extension is not dialled', async () => {
  const at = await centre({ api: await testApi() })
  const { store } = at.context()
  const before = await store.get(Centre, at.id)
  const after = { ...before, version: 2, phone: '1 (705) 555-0123 ext. 45' }
  await store.commit([change(Centre, before, after, 'settings-changed')])
  const { html } = await visit(at, `/p/${at.id}/${code}`)
  expect(html).toContain('<a href="tel:+17055550123">1 (705) 555-0123 ext. 45</a>')
})

test('a printed code is the end of the prescription’s id', () => {
  expect(printedCode('prescription_01JD3Y6Q5V8Z9K2M4N6P8R0T1W')).toBe('4N6P8R0T1W')
})
