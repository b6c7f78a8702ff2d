import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openConsole, type Visitor } from './support/console.ts'
import { hasFocus, keyboardOf, untilFocus } from './support/keyboard.ts'
import { inspectLayout } from './support/layout.ts'
import { speak } from './support/look.ts'

const product = openConsole()

const toast = (page: Page, text: string) => page.locator('.toast', { hasText: text }).waitFor()
const rows = (page: Page) => page.locator('tbody tr')

/** So that each has a number of their own: who shares one is asked about as a possible duplicate. */
let numbers = 40

/** A referral of somebody new, in the navigator's own hands, overdue for a first contact. */
async function withReferral(navigator: Visitor, family: string): Promise<{ id: string; phone: string }> {
  numbers += 1
  const phone = `519-555-01${numbers}`
  const client = {
    names: { given: 'Fern', family },
    locale: 'en',
    contactPoints: [{ system: 'phone', value: phone, preferred: true, safe: { voicemail: false, text: false } }],
  }
  const referral = { source: 'self', reasons: ['social-connection'], agreed: 'spoken' }
  const made = await navigator.api('POST', '/v1/referrals/with-client', { client, referral })
  expect(made.status).toBe(201)
  const accepted = await navigator.api('POST', `/v1/referrals/${made.body.id}/accept`, undefined, { 'If-Match': '"1"' })
  expect(accepted.status).toBe(200)
  await navigator.page.reload()
  await navigator.page.getByRole('link', { name: `Fern ${family}` }).waitFor()
  return { id: made.body.id, phone }
}

test('“no answer” takes two clicks, shows at once, and can be taken back to where it was', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  const { id } = await withReferral(navigator, 'Acorn')
  const before = (await navigator.api('GET', `/v1/referrals/${id}`)).body.nextActionOn

  navigator.begin()
  await navigator.click(page.getByRole('row', { name: 'Fern Acorn' }))
  await navigator.click(page.getByRole('button', { name: 'No answer' }))
  await toast(page, 'Fern Acorn · “No answer” is logged.')
  expect(navigator.clicks()).toBe(2)
  expect(navigator.elapsed()).toBeLessThan(5_000)
  const contacts = await navigator.api('GET', `/v1/referrals/${id}/contacts`)
  expect(contacts.body.items).toMatchObject([{ channel: 'phone', result: 'no-answer' }])

  await page.getByRole('button', { name: 'Undo' }).click()
  await toast(page, 'Taken back')
  expect((await navigator.api('GET', `/v1/referrals/${id}`)).body.nextActionOn).toBe(before)
  await navigator.leave()
})

test('“no answer” takes two keys on a row, and none of them where shortcuts are switched off or somebody types', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  await withReferral(navigator, 'Birch')
  await page.getByLabel('Find in this list').fill('birch')
  await page.getByLabel('Find in this list').press('n')
  expect(await page.getByLabel('Find in this list').inputValue()).toBe('birchn')
  await page.getByLabel('Find in this list').fill('Birch')
  await page.getByLabel('Find in this list').blur()

  navigator.begin()
  await page.keyboard.press('j')
  await page.keyboard.press('n')
  await toast(page, '“No answer” is logged.')
  expect(navigator.clicks()).toBe(0)
  expect(navigator.elapsed()).toBeLessThan(5_000)

  await page.keyboard.press('?')
  await page.getByLabel('Single-letter shortcuts').click()
  await page.getByLabel('Single-letter shortcuts').and(page.locator(':not(:checked)')).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.method()))
  const row = page.getByRole('link', { name: 'Fern Birch' })
  await row.focus()
  for (const letter of 'nvlcpejk/?gc') {
    await page.keyboard.press(letter)
    expect(await hasFocus(row), letter).toBe(true)
  }
  expect(asked).not.toContain('POST')
  expect(new URL(page.url()).pathname).toBe('/today')
  expect(await page.locator('main [aria-keyshortcuts]').count()).toBe(0)
  // Not one letter, so it is not switched off with them.
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Commands' }).waitFor()
  await navigator.api('PATCH', '/v1/me', { preferences: { shortcuts: true } })
  await navigator.leave()
})

test('“reached” with a note and a next action takes four clicks, and the note is kept when the network is lost', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  const { id, phone } = await withReferral(navigator, 'Cedar')
  navigator.begin()
  await navigator.click(page.getByRole('row', { name: 'Fern Cedar' }))
  await navigator.click(page.getByRole('button', { name: 'Log a contact' }))
  await page
    .getByRole('textbox', { name: 'Note' })
    .fill('Would like to sing again, if somebody comes along the first time.')
  await navigator.click(page.getByRole('button', { name: '+7 days' }))

  // To ring in the middle of a note is not to leave it.
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.getByRole('link', { name: phone }).click()
  // Another row would take its place: it asks before what was typed is lost.
  await page.getByRole('row').filter({ hasNotText: 'Fern Cedar' }).nth(1).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click()

  await page.route('**/contacts', (route) => route.abort())
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByText('Nothing you typed is lost').waitFor()
  expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toContain('sing again')
  await page.unroute('**/contacts')

  await navigator.click(page.getByRole('button', { name: 'Save' }))
  await toast(page, 'The contact is logged.')
  expect(navigator.clicks()).toBe(4)
  expect(asked).toEqual([])
  const contacts = await navigator.api('GET', `/v1/referrals/${id}/contacts`)
  expect(contacts.body.items).toMatchObject([{ result: 'reached', note: expect.stringContaining('sing again') }])
  await navigator.leave()
})

test('by keys alone: eight tabs to the list at most, L, what was said, seven days, saved', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  const { id } = await withReferral(navigator, 'Elder')
  const keys = keyboardOf(navigator)
  navigator.begin()
  await keys.skip()
  await keys.tabTo(page.locator('[data-row-link]').first())
  expect(keys.pressed()).toBeLessThanOrEqual(8)
  await keys.press('/')
  await keys.type('Elder')
  await keys.tabTo(page.getByRole('link', { name: 'Fern Elder' }), 2)
  await keys.press('l')
  const note = page.getByRole('textbox', { name: 'Note' })
  await untilFocus(note)
  await keys.type('Will come on Tuesday, with her sister.')
  await keys.tabTo(page.getByRole('button', { name: '+7 days' }), 3)
  await keys.press('Space', 'Control+Enter')
  await toast(page, 'The contact is logged.')
  // The row moved to where its next action is; the focus moved with it.
  await untilFocus(page.getByRole('link', { name: 'Fern Elder' }))
  expect(navigator.clicks()).toBe(0)
  expect(navigator.elapsed()).toBeLessThan(12_000)
  const { body } = await navigator.api('GET', `/v1/referrals/${id}/contacts`)
  expect(body.items).toMatchObject([{ result: 'reached', note: 'Will come on Tuesday, with her sister.' }])
  await navigator.leave()
})

test('offline the list stays readable, and nothing can be changed', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  const { phone } = await withReferral(navigator, 'Dogwood')
  await page.getByRole('row', { name: 'Fern Dogwood' }).click()
  await page.getByText(phone).waitFor()
  await page.context().setOffline(true)
  await page.getByText('You are offline').waitFor()
  expect(await rows(page).count()).toBeGreaterThan(1)
  expect(await page.getByRole('button', { name: 'No answer' }).isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: 'Log a contact' }).isDisabled()).toBe(true)
  await page.context().setOffline(false)
  await page.getByText('You are offline').waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: 'No answer' }).isEnabled()).toBe(true)
  await navigator.leave()
})

let waiting = 0

/** A referral of somebody new, called like nobody else, that nobody has claimed; its row is on the screen. */
async function unclaimed({ api, page }: Visitor, family: string): Promise<{ id: string; name: string }> {
  waiting += 1
  const names = { given: `Fern ${'abcdefgh'[waiting]}.`, family }
  const client = { names, locale: 'en' }
  const referral = { source: 'self', reasons: ['stress'], agreed: 'spoken' }
  const made = await api('POST', '/v1/referrals/with-client', { client, referral })
  expect(made.status).toBe(201)
  await page.reload()
  await page.getByRole('button', { name: /^Unassigned/ }).click()
  const name = `${names.given} ${family}`
  await page.getByRole('link', { name }).waitFor()
  return { id: made.body.id, name }
}

const statusOf = async ({ api }: Visitor, id: string) => (await api('GET', `/v1/referrals/${id}`)).body.status

test('a claim shows before it is answered, and one more click takes it back to where the row was', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  const { id, name } = await unclaimed(navigator, 'Fir')
  const row = page.getByRole('link', { name })
  const before = await rows(page).allInnerTexts()
  let answer = () => {}
  const isHeld = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/accept', async (route) => {
    await isHeld
    await route.continue()
  })
  await page.getByRole('row', { name }).click()
  navigator.begin()
  await navigator.click(page.getByRole('button', { name: 'Claim' }))
  await row.waitFor({ state: 'detached' })
  expect(await statusOf(navigator, id)).toBe('requested')
  answer()
  await toast(page, `${name} · The referral is yours now.`)
  expect(await statusOf(navigator, id)).toBe('accepted')
  await navigator.click(page.getByRole('button', { name: 'Undo' }))
  await toast(page, 'Taken back: it is as it was.')
  await row.waitFor()
  expect(navigator.clicks()).toBe(2)
  expect(navigator.elapsed()).toBeLessThan(5_000)
  expect(await rows(page).allInnerTexts()).toEqual(before)
  expect(await statusOf(navigator, id)).toBe('requested')
  await navigator.leave()
})

test('by keys alone: C claims the row, Ctrl+Z takes that back, and the focus stays in the list', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  const { id, name } = await unclaimed(navigator, 'Gorse')
  const other = await unclaimed(navigator, 'Heather')
  await page.reload()
  await rows(page).first().waitFor()
  const row = page.getByRole('link', { name })
  const keys = keyboardOf(navigator)
  navigator.begin()
  await keys.skip()
  await keys.tabTo(page.getByRole('button', { name: /^Unassigned/ }), 2)
  await keys.press('Enter')
  await row.waitFor()
  for (let at = 0; at < 20 && !(await hasFocus(row)); at += 1) await keys.press('j')
  await keys.press('c')
  await row.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-row-link'))).toBe(true)
  // Nobody chose the row that took its place: a second press is of nobody.
  await keys.press('c', 'n')
  await toast(page, 'The referral is yours now.')
  expect(await statusOf(navigator, other.id)).toBe('requested')
  expect(await page.locator('.toast').count()).toBe(1)
  await page.keyboard.press('Control+z')
  await toast(page, 'Taken back: it is as it was.')
  await row.waitFor()
  expect(navigator.clicks()).toBe(0)
  expect(navigator.elapsed()).toBeLessThan(5_000)
  expect(await statusOf(navigator, id)).toBe('requested')
  await navigator.leave()
})

test('a follow-up of a referral that is over is for its measures: nothing is offered that could not be saved', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  await page
    .getByRole('row', { name: /Follow-up measures/ })
    .first()
    .click()
  const panel = page.getByRole('complementary')
  await panel.getByRole('link', { name: 'Record measures' }).waitFor()
  await panel.getByText('Completed').waitFor()
  await panel.getByRole('button', { name: 'No answer' }).waitFor({ state: 'detached' })
  expect(await panel.getByRole('link', { name: 'Prescribe' }).count()).toBe(0)
  await navigator.leave()
})

test('who rings while their referral is paused can be logged; nothing is prescribed meanwhile', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page, api } = navigator
  const { id } = await withReferral(navigator, 'Paused')
  const { version } = (await api('GET', `/v1/referrals/${id}`)).body
  const today = new Date().toISOString().slice(0, 10)
  const reason = { code: 'client-paused' }
  const held = await api(
    'POST',
    `/v1/referrals/${id}/hold`,
    { reason, nextActionOn: today },
    { 'If-Match': `"${version}"` },
  )
  expect(held.body).toMatchObject({ status: 'on-hold' })
  await page.reload()
  await page.getByRole('row', { name: 'Fern Paused' }).click()
  const panel = page.getByRole('complementary')
  await panel.getByText('On hold').waitFor()
  await panel.getByRole('link', { name: 'Prescribe' }).waitFor({ state: 'detached' })
  await panel.getByRole('button', { name: 'No answer' }).click()
  await toast(page, '“No answer” is logged.')
  await navigator.leave()
})

test('beside an open panel all of a list can be read, on laptops too, in both languages', async () => {
  for (const [who, path] of [
    ['navigator', '/today'],
    ['navigator', '/intake'],
    ['prescriber', '/referrals'],
  ]) {
    const { page, leave } = await product.visit({ who: `${who}@guelph`, path: path ?? '' })
    await rows(page).first().click()
    await page.getByRole('complementary').waitFor()
    for (const locale of ['en', 'fr'] as const) {
      await speak(page, locale)
      for (const width of [1100, 1240, 1241, 1280, 1366]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await page.evaluate(inspectLayout), `${path} ${locale} ${width}`).toEqual([])
      }
    }
    await leave()
  }
})

test('what is overdue is overdue whether somebody has it or nobody', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page, api } = navigator
  const late = async (query: string) =>
    (await api('GET', `/v1/tasks?${query}`)).body.items.filter(
      ({ daysOverdue }: { daysOverdue: number }) => daysOverdue > 0,
    )
  const all = [...(await late('assignee=me&limit=100')), ...(await late('assignee=unassigned&limit=100'))]
  await page.getByRole('button', { name: `Overdue ${all.length}` }).waitFor()
  await navigator.leave()
})

test('a new referral tells in intake who sent it, when, and in which languages; who is declined is named', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  const { page } = navigator
  const client = {
    names: { given: 'Mykola', family: 'Larch' },
    locale: 'fr',
    birthDate: '1950-01-01',
    languages: ['uk', 'fr'],
    needsInterpreter: true,
  }
  const referral = { source: 'self', reasons: ['stress'], agreed: 'spoken' }
  const made = await navigator.api('POST', '/v1/referrals/with-client', { client, referral })
  expect(made.status).toBe(201)
  await page.goto(new URL('/intake', page.url()).href)
  const row = page.getByRole('row').filter({ hasText: 'Mykola Larch' })
  // What is due is the same in every row: it takes no column.
  expect(await page.getByRole('columnheader', { name: 'What is due' }).count()).toBe(0)
  await row.click()
  const panel = page.getByRole('complementary').filter({ hasText: 'Mykola Larch' })
  await expect
    .poll(() => panel.locator('.facts').first().innerText())
    .toMatch(
      /Referred by\s+\S[\s\S]*Received\s+\S[\s\S]*Age\s+\d+ years old\s+Language\s+French\s+Interpreter\s+Ukrainian/,
    )
  await panel.getByRole('button', { name: 'Decline' }).click()
  await page.getByRole('dialog').getByText('Mykola Larch').waitFor()
  await navigator.leave()
})

test('a referral that was given to the wrong colleague comes back with one click', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  const { id, name } = await unclaimed(navigator, 'Hazel')
  await page.goto(new URL('/intake', page.url()).href)
  const row = page.getByRole('link', { name })
  await page.getByRole('row', { name }).click()
  await page.getByRole('button', { name: 'Give to a colleague' }).click()
  await page.getByRole('radio').first().check()
  navigator.begin()
  await navigator.click(page.getByRole('button', { name: 'Assign', exact: true }))
  await row.waitFor({ state: 'detached' })
  await toast(page, 'The referral is with your colleague now.')
  expect((await navigator.api('GET', `/v1/referrals/${id}`)).body.navigator).toBeDefined()
  await navigator.click(page.getByRole('button', { name: 'Undo' }))
  await row.waitFor()
  expect(navigator.clicks()).toBe(2)
  expect((await navigator.api('GET', `/v1/referrals/${id}`)).body.navigator).toBeUndefined()
  await navigator.leave()
})

test('a claim that nobody answered goes back to where it was, says so, and can be sent again', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/intake' })
  const { page } = navigator
  const id = (await navigator.api('GET', '/v1/tasks?assignee=unassigned')).body.items[0].subject
  const name = await rows(page).first().locator('[data-row-link]').innerText()
  const row = page.getByRole('link', { name, exact: true })
  await page.route('**/accept', (route) => route.abort())
  await row.focus()
  await page.keyboard.press('c')
  await toast(page, 'Not saved')
  await row.waitFor()
  expect(await statusOf(navigator, id)).toBe('requested')
  await page.unroute('**/accept')
  await page.locator('.toast').getByRole('button', { name: 'Try again' }).click()
  await toast(page, 'The referral is yours now.')
  await row.waitFor({ state: 'detached' })
  expect(await statusOf(navigator, id)).toBe('accepted')
  await navigator.leave()
})

test('a new referral is claimed in three clicks; who is second is told and sees the latest', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  navigator.begin()
  await navigator.click(page.getByRole('button', { name: /^Unassigned/ }))
  const row = rows(page).filter({ hasText: 'New referral' }).first()
  const name = await row.locator('[data-row-link]').innerText()
  await navigator.click(row)
  const list = await navigator.api('GET', '/v1/tasks?assignee=unassigned')
  const task = list.body.items.find((each: { clientName: string }) => each.clientName === name)
  await navigator.click(page.getByRole('button', { name: 'Claim' }))
  await toast(page, 'The referral is yours now.')
  expect(navigator.clicks()).toBe(3)
  expect(navigator.elapsed()).toBeLessThan(10_000)
  expect((await navigator.api('GET', `/v1/referrals/${task.subject}`)).body.status).toBe('accepted')

  await page
    .getByRole('row', { name: /New referral/ })
    .first()
    .click()
  const [next] = (await navigator.api('GET', '/v1/tasks?assignee=unassigned')).body.items
  await navigator.api('POST', `/v1/referrals/${next.subject}/accept`, undefined, {
    'If-Match': `"${next.subjectVersion}"`,
  })
  await page.getByRole('button', { name: 'Claim' }).click()
  await toast(page, 'Somebody changed this')
  await navigator.leave()
})

test('a search finds a name whatever its accents; what matches nothing says so, with the way back', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  await withReferral(navigator, 'Élm')
  await page.getByLabel('Find in this list').fill('elm')
  await page.getByRole('link', { name: 'Fern Élm' }).waitFor()
  expect(await rows(page).count()).toBe(1)
  await page.getByLabel('Find in this list').fill('nobody at all')
  await page.getByText('Nobody matches this search').waitFor()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  expect(await rows(page).count()).toBeGreaterThan(1)
  await navigator.leave()
})
