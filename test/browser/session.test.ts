import { expect, test } from 'vitest'
import { chooseLanguage, openConsole } from './support/console.ts'
import { hasFocus, keyboardOf } from './support/keyboard.ts'

const product = openConsole()

test('before sign-in the page says what it is, in both languages, and one link leads in', async () => {
  const { page, leave } = await product.visit({ who: 'evaluator@guelph', path: '/settings', byTheDoor: true })
  await page.getByRole('button', { name: 'Hyacinth' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await page.getByRole('button', { name: 'Français' }).click()
  const link = page.getByRole('link', { name: 'Ouvrir une session' })
  expect(await link.getAttribute('href')).toBe('/auth/sign-in?next=%2F&ui_locales=fr')
  expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA')
  expect(await page.title()).toBe('Rx : La communauté · Rx : La communauté'.replaceAll(' :', '\u00a0:'))
  await leave()
})

test('by keys alone: in by the door, and into the other language', async () => {
  const visitor = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  const { page, leave } = visitor
  await page.context().clearCookies()
  await page.goto(new URL('/today', page.url()).href)
  const keys = keyboardOf(visitor)
  visitor.begin()
  await keys.tabTo(page.getByRole('link', { name: 'Sign in' }), 3)
  await keys.press('Enter')
  await page.waitForURL('**/sign-in/**')
  await keys.tabTo(page.getByRole('button', { name: /^Oksana Kovalenko/ }), 30)
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  expect(visitor.elapsed()).toBeLessThan(20_000)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)

  const french = page.getByRole('button', { name: 'Français' })
  await keys.tabTo(french, 4)
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'Aujourd’hui' }).waitFor()
  expect(await hasFocus(french)).toBe(true)
  const isRemembered = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await keys.press('Shift+Tab', 'Enter')
  await isRemembered
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  expect(visitor.clicks()).toBe(0)
  await leave()
})

test('each role arrives at its own first screen, and one person with several sees one menu', async () => {
  const homes = {
    navigator: '/today',
    prescriber: '/refer',
    champion: '/groups',
    evaluator: '/extracts',
    'centre-admin': '/setup/people',
  }
  for (const [role, home] of Object.entries(homes)) {
    const { page, leave } = await product.visit({ who: `${role}@guelph`, path: '/' })
    await page.waitForURL(`**${home}`)
    expect(await page.getByRole('navigation', { name: 'Screens' }).getByRole('link').count()).toBeGreaterThan(0)
    await leave()
  }
})

test('the language changes without a reload, is remembered, and reaches the last word', async () => {
  const { page, leave } = await product.visit({ who: 'navigator@guelph', path: '/today' })
  await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }))
  await chooseLanguage(page, page.getByRole('button', { name: 'Français' }))
  await page.getByRole('heading', { name: 'Aujourd’hui' }).waitFor()
  expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true)
  expect(await page.title()).toMatch(/^Aujourd’hui · Rx\u00a0: La communauté$/)
  await page.reload()
  await page.getByRole('heading', { name: 'Aujourd’hui' }).waitFor()
  await chooseLanguage(page, page.getByRole('button', { name: 'English' }))
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  await leave()
})

test('two minutes before a session ends the page warns, and one click stays', async () => {
  const { page } = await product.visit({ who: 'navigator@guelph', path: '/today' })
  await page.clock.install()
  await page.reload()
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  await page.clock.fastForward('28:10')
  await page.getByRole('dialog', { name: 'Are you still there?' }).waitFor()
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.context().close()
})

test('a session that ended keeps the page and what was typed, until its owner is back', async () => {
  const { page, leave } = await product.visit({ who: 'navigator@guelph', path: '/today' })
  await page.getByRole('row').filter({ hasText: 'First contact' }).first().click()
  await page.getByRole('button', { name: 'Log a contact' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Half a sentence that nobody wants to type twice')
  const cookies = await page.context().cookies()
  await page.context().clearCookies({ name: '__Host-rxc' })
  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await dialog.waitFor()
  // Nothing could be saved now: nothing is asked on closing the window.
  expect(await page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(true)
  await page.context().addCookies(cookies)
  await dialog.getByRole('button', { name: 'I am signed in again' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toContain('Half a sentence')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.toast', { hasText: 'The contact is logged.' }).waitFor()
  await leave()
})

test('an address that leads nowhere says so, with one way on', async () => {
  const { page, leave } = await product.visit({ who: 'navigator@guelph', path: '/nowhere' })
  await page.getByText('There is no page at this address').waitFor()
  await page.getByRole('link', { name: 'Go to my start page' }).click()
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  await leave()
})

test('nothing about anybody is in a URL, a title or the browser’s storage', async () => {
  const { page, leave } = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const seen: string[] = []
  page.on('request', (request) => seen.push(request.url()))
  const row = page.locator('tbody tr').first()
  const [given = '', family = ''] = (await row.locator('[data-row-link]').innerText()).split(' ')
  await row.click()
  await page.getByRole('link', { name: 'Open the record' }).click()
  await page.waitForURL('**/clients/*')
  await page.waitForLoadState('networkidle')
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(stored).not.toContain(family)
  expect([...seen, page.url(), await page.title()].join('\n')).not.toMatch(new RegExp(`${given}|${family}`))
  await leave()
})
