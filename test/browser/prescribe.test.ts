import { expect, test } from 'vitest'
import { activityNamed, type Json, must, withPrescription, withReferral } from './support/arrange.ts'
import { openConsole, type Visitor } from './support/console.ts'
import { keyboardOf } from './support/keyboard.ts'

const product = openConsole()
const patient = { timeout: 10_000 }

let signedIn: Visitor | undefined

/** A navigator, signed in once for all tests, about to choose for somebody new. */
async function choosing(client: Record<string, unknown> = {}) {
  signedIn ??= await product.visit({ who: 'navigator@guelph', path: '/pad' })
  const { page } = signedIn
  const ids = await withReferral(signedIn, client)
  await page.goto(`${product.stack().url}/clients/${ids.client}/prescribe/${ids.referral}`)
  await page.locator('.match').first().waitFor()
  // Paper is not for tests: how often it was asked for is.
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = String(Number(document.body.dataset.printed ?? 0) + 1)
    }
  })
  return { ...signedIn, ...ids }
}

test('search, pick, Prescribe, Print: four clicks, and the paper goes to the printer', async () => {
  const navigator = await choosing()
  const { page, click } = navigator
  navigator.begin()
  await click(page.getByRole('searchbox'))
  await page.keyboard.type('ukulele')
  await click(page.getByRole('button', { name: 'Ukulele group' }))
  await click(page.getByRole('button', { name: 'Prescribe', exact: true }))
  await page.getByText('A place is held in the centre’s own group.').waitFor()
  await click(page.getByRole('complementary').getByRole('link', { name: 'Print' }))
  await page.locator('.sheet').getByText('Ukulele group').waitFor()
  await expect.poll(() => page.locator('body').getAttribute('data-printed'), patient).toBe('1')
  const elapsed = navigator.elapsed()
  expect(navigator.clicks()).toBe(4)
  expect(elapsed).toBeLessThan(15_000)
  const { items } = await must(navigator, 'GET', `/v1/referrals/${navigator.referral}/prescriptions`)
  expect(items.map((each: Json) => each.status)).toEqual(['requested'])
})

test('by keys alone: search, pick, prescribe, print, without a click', async () => {
  const navigator = await choosing()
  const { page } = navigator
  const keys = keyboardOf(navigator)
  navigator.begin()
  await keys.press('/')
  await keys.type('ukulele')
  await keys.tabTo(page.getByRole('button', { name: 'Ukulele group' }), 12)
  await keys.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Ukulele group' })
  await keys.tabTo(panel.getByRole('button', { name: 'Transport' }), 3)
  await keys.press('Control+Enter')
  await page.getByText('A place is held in the centre’s own group.').waitFor()
  await keys.tabTo(panel.getByRole('link', { name: 'Print' }), 2)
  await keys.press('Enter')
  await expect.poll(() => page.locator('body').getAttribute('data-printed'), patient).toBe('1')
  expect(navigator.clicks()).toBe(0)
  expect(navigator.elapsed()).toBeLessThan(15_000)
})

test('what was prescribed by mistake is taken back with one click: the place is free, the choice still there', async () => {
  const navigator = await choosing()
  const { page, click } = navigator
  await page.getByRole('searchbox').fill('ukulele')
  await click(page.getByRole('button', { name: 'Ukulele group' }))
  await click(page.getByRole('button', { name: 'Prescribe', exact: true }))
  await page.locator('.toast', { hasText: 'The prescription is made.' }).waitFor()
  navigator.begin()
  await click(page.getByRole('button', { name: 'Undo' }))
  await page.getByText('it is marked as entered in error, and the place is free').waitFor()
  await page.getByRole('button', { name: 'Prescribe', exact: true }).waitFor()
  expect(navigator.clicks()).toBe(1)
  const { items } = await must(navigator, 'GET', `/v1/referrals/${navigator.referral}/prescriptions`)
  expect(items.map((each: Json) => each.status)).toEqual(['entered-in-error'])
  expect(await must(navigator, 'GET', `/v1/referrals/${navigator.referral}`)).not.toHaveProperty('prescribedAt')
})

test('each activity says why it fits, and an old listing says so', async () => {
  const { page } = await choosing({ locale: 'fr', barriers: [{ code: 'transport' }] })
  const garden = page.getByRole('listitem').filter({ hasText: 'Community garden' }).first()
  const why = garden.getByRole('list', { name: 'Why it fits' })
  expect(await why.innerText()).toMatch(/Gardening[\s\S]*French[\s\S]*km from the centre[\s\S]*Free[\s\S]*places left/)
  const box = page.getByRole('listitem').filter({ hasText: 'Good food box' }).first()
  expect(await box.innerText()).toContain('ask before counting on it')
})

test('what is on the plan already says so in the list, and before it is prescribed once more', async () => {
  const navigator = await choosing()
  const { page } = navigator
  const { id } = await activityNamed(navigator, 'Ukulele group')
  await withPrescription(navigator, navigator.referral, id)
  await page.reload()
  const marked = page.locator('.match', { hasText: 'On the plan' })
  await marked.first().waitFor()
  expect(await marked.locator('h2').allInnerTexts()).toEqual(['Ukulele group'])
  await page.getByRole('button', { name: 'Ukulele group' }).click()
  const panel = page.getByRole('complementary', { name: 'Ukulele group' })
  await panel.getByText('Prescribing it once more makes a second prescription.').waitFor()
  await page.getByRole('button', { name: 'Walking group' }).click()
  await page.getByRole('complementary', { name: 'Walking group' }).waitFor()
  expect(await page.getByText('once more').count()).toBe(0)
})

test('filters narrow the list, say how many are left, and can be cleared', async () => {
  const { page } = await choosing()
  const count = page.getByRole('status').filter({ hasText: 'the best first' })
  const before = Number.parseInt(await count.innerText(), 10)
  await page.getByRole('button', { name: 'Step-free' }).click()
  await page.getByRole('combobox', { name: 'Day' }).selectOption('tu')
  const after = Number.parseInt(await count.innerText(), 10)
  expect(after).toBeLessThan(before)
  expect(await page.locator('.match').count()).toBe(after)
  await page.getByRole('searchbox').fill('nothing is called this')
  await page.locator('.empty-title').waitFor()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  expect(Number.parseInt(await count.innerText(), 10)).toBe(before)
})

test('a partner is told only with the client’s consent, recorded by the same click', async () => {
  const navigator = await choosing()
  const { page } = navigator
  await page.getByRole('searchbox').fill('knitting')
  await page.getByRole('button', { name: 'Knitting and crafts table' }).click()
  await page.getByRole('button', { name: 'Prescribe', exact: true }).click()
  await page.getByRole('alert').getByText('Ask the client whether the partner may be told').waitFor()
  const plan = () => must(navigator, 'GET', `/v1/referrals/${navigator.referral}/prescriptions`)
  expect((await plan()).items).toEqual([])
  await page.getByRole('button', { name: 'Yes, said so' }).click()
  await page.getByRole('button', { name: 'Prescribe', exact: true }).click()
  await page.getByText('The consent to share is on file.').waitFor()
  const { items } = await must(navigator, 'GET', `/v1/clients/${navigator.client}/consents`)
  expect(items.map(({ scope, how }: Json) => [scope.kind, how])).toEqual([['share', 'spoken']])
  expect((await plan()).items).toMatchObject([{ status: 'requested', consent: items[0].id }])
})

test('when asking is refused it says what is done, and trying again repeats nothing', async () => {
  const navigator = await choosing()
  const { page } = navigator
  const one = await must(navigator, 'POST', '/v1/activities', {
    ...listing,
    name: { en: 'Table for one', fr: 'Table pour une personne' },
  })
  await page.reload()
  await page.getByRole('searchbox').fill('table for one')
  await page.getByRole('button', { name: 'Table for one' }).click()
  // Somebody else is quicker.
  const other = await withReferral(navigator, { names: { given: 'Vite', family: 'Première' } })
  await withPrescription(navigator, other.referral, one.id)
  await page.getByRole('button', { name: 'Prescribe', exact: true }).click()
  const refused = page.getByRole('alert')
  await refused.getByText('nobody was asked yet').waitFor()
  await refused.getByRole('button', { name: 'Put on the waiting list' }).click()
  await page.getByText('the client waits in line').waitFor()
  const { items } = await must(navigator, 'GET', `/v1/referrals/${navigator.referral}/prescriptions`)
  expect(items.map((each: Json) => each.status)).toEqual(['on-hold'])
})

test('the network fails half way: nothing is lost, and the second click goes on from there', async () => {
  const navigator = await choosing()
  const { page } = navigator
  await page.getByRole('searchbox').fill('ukulele')
  await page.getByRole('button', { name: 'Ukulele group' }).click()
  await page.route('**/request', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Prescribe', exact: true }).click()
  await page.getByRole('alert').getByText('No answer came').waitFor()
  await page.getByRole('button', { name: 'Prescribe', exact: true }).click()
  await page.getByText('A place is held').waitFor()
  const { items } = await must(navigator, 'GET', `/v1/referrals/${navigator.referral}/prescriptions`)
  expect(items.map((each: Json) => each.status)).toEqual(['requested'])
})

test('an answer that is lost leaves open whether it was saved, says so, and a second click repeats nothing', async () => {
  const navigator = await choosing()
  const { page } = navigator
  await page.getByRole('searchbox').fill('ukulele')
  await page.getByRole('button', { name: 'Ukulele group' }).click()
  let lost = 0
  await page.route(/\/referrals\/\w+\/prescriptions$/, async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: 'Prescribe', exact: true }).click()
  await page.getByText('It may have been saved or not.').waitFor()
  await page.getByRole('button', { name: 'Prescribe', exact: true }).click()
  await page.getByText('A place is held').waitFor()
  const { items } = await must(navigator, 'GET', `/v1/referrals/${navigator.referral}/prescriptions`)
  expect(items.map((each: Json) => each.status)).toEqual(['requested'])
})

test('three are compared side by side, a fourth is not, and the shortlist speaks the client’s language', async () => {
  const { page } = await choosing({ locale: 'fr' })
  const boxes = page.getByRole('checkbox', { name: /^Select/ })
  for (const index of [0, 1, 2]) await boxes.nth(index).check()
  expect(await boxes.nth(3).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Compare (3)' }).click()
  expect(await page.getByRole('dialog').getByRole('columnheader').count()).toBe(3)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Shortlist (3)' }).click()
  const list = page.getByRole('dialog')
  await list.getByRole('heading', { name: 'Quelques idées pour vous' }).waitFor()
  expect(await list.locator('[lang="fr-CA"] li').count()).toBe(3)
  expect(await list.locator('[lang="fr-CA"]').innerText()).toContain('Des questions? Appelez CSC Guelph')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await list.getByRole('button', { name: 'Copy as a message' }).click()
  await page.getByText('Copied.').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Appelez CSC Guelph')
})

test('the shortlist is sent as a link, once they have agreed to be written to', async () => {
  const email = { system: 'email', value: 'fern@example.org', preferred: true, safe: { voicemail: false, text: false } }
  const navigator = await choosing({ contactPoints: [email] })
  const { page, client } = navigator
  await page
    .getByRole('checkbox', { name: /^Select/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Shortlist (1)' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'E-mail to fern@example.org' }).waitFor()
  await dialog.getByRole('button', { name: 'Send the link' }).click()
  await dialog.getByRole('link', { name: 'Ask whether they agree' }).waitFor()
  await dialog.getByRole('button', { name: 'Yes, said so' }).click()
  await dialog.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('The link is on its way.').waitFor()
  const { items } = await must(navigator, 'GET', `/v1/clients/${client}/shortlists`)
  expect(items).toMatchObject([{ channel: 'email', activities: [expect.anything()] }])
})

test('nothing is prescribed for a referral that is closed', async () => {
  const navigator = await choosing()
  const { page, referral } = navigator
  const { version } = await must(navigator, 'GET', `/v1/referrals/${referral}`)
  await must(navigator, 'POST', `/v1/referrals/${referral}/cancel`, { reason: { code: 'client-declined' } }, version)
  await page.reload()
  await page.getByText('Nothing can be prescribed for this referral now').waitFor()
})

test('en français, au téléphone : chercher, choisir, prescrire', async () => {
  const { page } = await choosing({ locale: 'fr' })
  await page.setViewportSize({ width: 320, height: 900 })
  await page.getByRole('button', { name: 'Français' }).click()
  await page.getByRole('searchbox', { name: 'Chercher par nom, lieu ou mots' }).fill('ukulélé')
  await page.getByRole('button', { name: 'Groupe de ukulélé' }).click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.getByRole('button', { name: 'Prescrire', exact: true }).click()
  await page.getByText('C’est prescrit').waitFor()
})

const listing = {
  description: { en: 'One at a time.', fr: 'Une personne à la fois.' },
  category: 'social-group',
  languages: ['en', 'fr'],
  location: { kind: 'virtual' },
  cost: { kind: 'free' },
  capacity: 1,
}
