import { expect, test } from 'vitest'
import { printedCode } from '../../shared/prescriptions/printed-code.ts'
import { activityNamed, must, withPrescription, withReferral } from './support/arrange.ts'
import { openConsole, type Visitor } from './support/console.ts'
import { printed } from './support/paper.ts'

const product = openConsole()

let signedIn: Visitor | undefined

/** The paper of a new prescription, on the screen of a navigator who is signed in once for all tests. */
async function paperOf(client: Record<string, unknown>, { name = 'Ukulele group', goal = 'Play with others.' } = {}) {
  signedIn ??= await product.visit({ who: 'navigator@guelph', path: '/pad' })
  const { referral } = await withReferral(signedIn, client)
  await must(signedIn, 'POST', `/v1/referrals/${referral}/goals`, { words: goal })
  const activity = await activityNamed(signedIn, name)
  const { id } = await withPrescription(signedIn, referral, activity.id)
  await signedIn.page.goto(`${product.stack().url}/prescriptions/${id}/print`)
  await signedIn.page.locator('.sheet').waitFor()
  return { page: signedIn.page, id, activity }
}

test('one Letter page, the client’s language first, and a code that leads to the centre and nowhere else', async () => {
  const { page, id } = await paperOf({ locale: 'fr' })
  const { pages, code } = await printed(page)
  expect(pages).toHaveLength(1)
  expect(pages[0]).toMatchObject({ width: 612, height: 792 })
  const text = pages[0]?.text ?? ''
  expect(text.indexOf('Prescription sociale')).toBeLessThan(text.indexOf('Social prescription'))
  expect(text).toMatch(/Groupe de ukulélé[\s\S]*Ukulele group/)
  expect(text).toContain('Le mercredi, de 13 h 30 à 15 h')
  expect(text).toContain('Wednesdays, 1:30 p.m. to 3:00 p.m.')
  const url = `${product.stack().url}/p/guelph/${printedCode(id)}`
  expect(code).toBe(url)
  expect(text).toContain(url.replace('http://', ''))
  expect(await page.evaluate((path) => fetch(path).then(({ status }) => status), url)).toBe(200)
  expect(
    await page.locator('.sheet-column').evaluateAll((all) => all.map((each) => each.getAttribute('lang'))),
  ).toEqual(['fr-CA', 'en-CA'])
})

test('nothing of the screen is on the paper: no menu, no button, no toast', async () => {
  const { page } = await paperOf({})
  const { pages } = await printed(page)
  for (const words of [
    'My groups',
    'Sign out',
    'Large type',
    'Print a blank pad',
    'Français',
    'Skip to',
    'Oksana Kovalenko ▾',
  ])
    expect(pages[0]?.text).not.toContain(words)
  expect(await page.title()).not.toContain('Essai')
})

test('with the longest words that fit in a record it is still one page', async () => {
  const { page } = await paperOf(
    { locale: 'fr' },
    { goal: 'Retrouver le goût de sortir et de voir du monde. '.repeat(5) },
  )
  const { pages, code } = await printed(page)
  expect(pages).toHaveLength(1)
  expect(code).toContain('/p/guelph/')
  expect(pages[0]?.text).toContain('Appelez-nous')
})

test('in large type one language is left; the copy without the need says nothing of it', async () => {
  const { page } = await paperOf({ locale: 'fr', barriers: [{ code: 'anxiety' }] }, { goal: 'Moins pleurer.' })
  await page.getByRole('button', { name: 'Large type, one language' }).click()
  const large = await printed(page)
  expect(large.pages).toHaveLength(1)
  expect(large.pages[0]?.text).toContain('Moins pleurer.')
  expect(large.pages[0]?.text).not.toContain('Social prescription')
  expect(
    await page.locator('.sheet').evaluate((sheet) => Number.parseFloat(getComputedStyle(sheet).fontSize)),
  ).toBeCloseTo((16 * 4) / 3, 2)
  await page.getByRole('checkbox', { name: 'Copy without the need' }).check()
  const discreet = await printed(page)
  expect(discreet.pages[0]?.text).toContain('Mon activité')
  for (const words of ['Moins pleurer.', 'Prescription sociale', 'compte pour moi'])
    expect(discreet.pages[0]?.text).not.toContain(words)
})

test('the blank pad is one page with the centre’s own code', async () => {
  const { page } = await paperOf({})
  await page.getByRole('link', { name: 'Print a blank pad' }).click()
  await page.locator('.sheet-pad').waitFor()
  const { pages, code } = await printed(page)
  expect(pages).toHaveLength(1)
  expect(code).toBe(`${product.stack().url}/p/guelph/0000000000`)
  expect(pages[0]?.text).toContain('For / Pour')
})

test('a navigator is called on paper what the centre’s clients call them', async () => {
  const admin = await product.visit({ who: 'centre-admin@guelph', path: '/setup/centre' })
  const title = admin.page.getByRole('group', { name: 'What clients call a navigator' })
  await title.getByLabel('In English').fill('My community connector')
  await admin.page.getByRole('button', { name: 'Save' }).click()
  await admin.page.getByRole('link', { name: /write it in French too/ }).waitFor()
  await title.getByLabel('In French').fill('Mon intervenante-pivot')
  await admin.page.getByRole('button', { name: 'Save' }).click()
  await admin.page.getByText('Saved').waitFor()
  await admin.leave()
  const { page } = await paperOf({ locale: 'fr' })
  const [paper] = (await printed(page)).pages
  expect(paper?.text).toMatch(/Mon intervenante-pivot[\s\S]*My community connector/)
  await page.getByRole('checkbox', { name: 'Copy without the need' }).check()
  expect((await printed(page)).pages[0]?.text).not.toContain('intervenante-pivot')
  await page.getByRole('link', { name: 'Print a blank pad' }).click()
  await page.locator('.sheet-pad').waitFor()
  const [pad] = (await printed(page)).pages
  expect(pad?.text).toContain('My community connector / Mon intervenante-pivot')
})

test('en français, l’écran et le papier se lisent à 320 px', async () => {
  const { page } = await paperOf({ locale: 'fr' })
  await page.setViewportSize({ width: 320, height: 900 })
  await page.getByRole('button', { name: 'Français' }).click()
  await page.getByRole('button', { name: 'Imprimer' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect((await printed(page)).pages).toHaveLength(1)
})
