import { expect, test } from 'vitest'
import { activityNamed, must, withPrescription, withReferral } from './support/arrange.ts'
import { openConsole, type Visitor } from './support/console.ts'

const product = openConsole()
const patient = { timeout: 10_000 }

let signedIn: Visitor | undefined

async function at(path: string): Promise<Visitor> {
  signedIn ??= await product.visit({ who: 'navigator@guelph', path: '/pad' })
  await signedIn.page.goto(product.stack().url + path)
  await signedIn.page.getByRole('heading', { level: 1 }).waitFor()
  return signedIn
}

const listing = {
  name: { en: 'Choir', fr: 'Chorale' },
  description: { en: 'We sing.', fr: 'Nous chantons.' },
  category: 'arts-culture',
  languages: ['en', 'fr'],
  location: { kind: 'virtual' },
  cost: { kind: 'free' },
  capacity: 1,
}

test('the directory tells what a listing is, finds by word in either language, and marks what is stale', async () => {
  const { page } = await at('/directory')
  const row = page.getByRole('row').filter({ hasText: 'Good food box' })
  expect(await row.innerText()).toMatch(/Food[\s\S]*Thursdays, every 2 weeks[\s\S]*can be waived[\s\S]*To verify/)
  await page.getByRole('searchbox').fill('ukulélé')
  await expect.poll(() => page.locator('tbody tr').count(), patient).toBe(1)
  await page.getByRole('status').getByText('1 activity').waitFor()
  await page.getByRole('searchbox').fill('no such thing')
  await page.getByText('No activity matches').waitFor()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await page.getByRole('button', { name: 'To verify' }).click()
  await expect.poll(() => page.locator('tbody tr').count(), patient).toBe(1)
})

test('a listing is written in both languages: what is missing is said at its field, and nothing typed is lost', async () => {
  const { page } = await at('/activities/new/edit')
  await page.getByLabel('Name in English').fill('Birdwatching walk')
  await page.getByRole('button', { name: 'Save' }).click()
  const summary = page.getByRole('alert')
  await summary.getByRole('link', { name: 'Name in French: this is needed' }).click()
  await page.keyboard.type('Marche aux oiseaux')
  expect(await page.getByLabel('Name in English').inputValue()).toBe('Birdwatching walk')
  await page.getByLabel('Description in English').fill('Slowly, with binoculars.')
  await page.getByLabel('Description in French').fill('Lentement, avec des jumelles.')
  await page.getByLabel('Kind').selectOption('nature-garden')
  await page.getByRole('button', { name: 'Saturday' }).click()
  await page.getByLabel('Start').fill('09:30')
  await page.getByLabel('Place in English').fill('Arboretum')
  await page.getByLabel('Place in French').fill('Arboretum')
  await page.getByLabel('Town').fill('Guelph')
  await page.getByRole('radio', { name: 'A fee' }).check()
  await page.getByLabel('Dollars').fill('2.50')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Birdwatching walk' }).waitFor()
  const about = await page.locator('.facts').first().innerText()
  expect(about).toMatch(/Saturdays, 9:30\sa\.m\. to 10:30\sa\.m\./)
  expect(about).toContain('$2.50')
})

test('the API’s refusal of a schedule is shown at its field', async () => {
  const navigator = await at('/directory')
  const { id } = await must(navigator, 'POST', '/v1/activities', { ...listing, name: { en: 'Late', fr: 'Tard' } })
  const { page } = await at(`/activities/${id}/edit`)
  await page.getByLabel('How often').selectOption('week')
  await page.getByLabel('Start').fill('25:99')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByRole('link').first().waitFor()
  expect(await page.getByLabel('Start').inputValue()).toBe('25:99')
})

test('two people change one listing: both versions side by side, and mine can be kept', async () => {
  const navigator = await at('/directory')
  const { id, version } = await must(navigator, 'POST', '/v1/activities', listing)
  const { page } = await at(`/activities/${id}/edit`)
  await page.getByLabel('Name in English').fill('Evening choir')
  const theirs = { name: { en: 'Morning choir', fr: 'Chorale du matin' }, capacity: 5 }
  await must(navigator, 'PATCH', `/v1/activities/${id}`, theirs, version)
  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Evening choir').waitFor()
  await dialog.getByText('Morning choir').waitFor()
  // Only what I typed is compared, one language at a time; the form behind claims nothing meanwhile.
  expect(await dialog.locator('tbody tr').count()).toBe(1)
  expect(await page.getByText('You now see the latest').count()).toBe(0)
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByRole('heading', { level: 1, name: 'Evening choir' }).waitFor()
  // Where I typed nothing, theirs stands.
  expect(await must(navigator, 'GET', `/v1/activities/${id}`)).toMatchObject({
    name: { en: 'Evening choir', fr: 'Chorale du matin' },
    capacity: 5,
  })
})

test('an activity shows its people, who waits, and takes ticks; closing asks first', async () => {
  const navigator = await at('/directory')
  const { id } = await must(navigator, 'POST', '/v1/activities', { ...listing, name: { en: 'Duet', fr: 'Duo' } })
  const [first, second] = [
    await withReferral(navigator, { names: { given: 'Rosalie', family: 'Chanteuse' } }),
    await withReferral(navigator, { names: { given: 'Octave', family: 'Attente' } }),
  ]
  const taken = await withPrescription(navigator, first.referral, id)
  await must(navigator, 'POST', `/v1/prescriptions/${taken.id}/answer`, { answer: 'accept' }, taken.version)
  const waits = await must(navigator, 'POST', `/v1/referrals/${second.referral}/prescriptions`, { activity: id })
  await must(navigator, 'POST', `/v1/prescriptions/${waits.id}/request`, { waitlist: true }, waits.version)
  const { page } = await at(`/activities/${id}`)
  await page.getByRole('heading', { name: 'Waiting list' }).waitFor()
  expect(await page.getByRole('listitem').filter({ hasText: 'Octave' }).count()).toBe(1)
  expect(await page.locator('main').innerText()).not.toContain('Chanteuse')
  await page.getByRole('button', { name: /^Rosalie/ }).click()
  await page.getByRole('row').filter({ hasText: 'Rosalie' }).getByText('Attended').waitFor()
  await page.getByRole('button', { name: 'Confirm the listing is still right' }).click()
  await page.getByText('Verified today.').waitFor()
  await page.getByRole('button', { name: 'Close the activity' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close the activity' }).click()
  await page.locator('.banner').getByText('This activity is closed.').waitFor()
  expect(await page.getByRole('link', { name: 'Edit' }).count()).toBe(0)
})

test('what was read before stays where it cannot be read again, which is said, with the way to try again', async () => {
  const { page } = await at('/directory')
  const row = page.getByRole('row').filter({ hasText: 'Good food box' })
  await row.waitFor()
  await page.route('**/v1/activities?*', (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', json: { status: 500 } }),
  )
  // Remembering the language is a write: after it all that is shown is read again.
  await page.getByRole('button', { name: 'English' }).click()
  const alert = page.getByRole('alert')
  await alert.waitFor(patient)
  expect(await alert.innerText()).not.toContain('could not be loaded')
  expect(await row.count()).toBe(1)
  await page.unroute('**/v1/activities?*')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await alert.waitFor({ state: 'detached' })
})

test('a listing is at its place in the menu, and leads back to the directory', async () => {
  const navigator = await at('/directory')
  const { page } = navigator
  const { id } = await activityNamed(navigator, 'Ukulele group')
  for (const path of [`/activities/${id}`, `/activities/${id}/edit`]) {
    await at(path)
    await page.getByRole('main').getByText('Ukulele group').first().waitFor()
    const current = page.getByRole('navigation').locator('[aria-current="page"]')
    expect(await current.allInnerTexts()).toEqual([expect.stringContaining('Directory')])
  }
  await page.getByRole('link', { name: 'Back to the directory' }).click()
  await page.getByRole('heading', { level: 1, name: 'Directory' }).waitFor()
})

test('names are in the order of the language that is shown, also where nothing is read anew in it', async () => {
  const { page } = await at('/directory')
  const names = () => page.locator('tbody th a, tbody td:first-child a').allInnerTexts()
  await page.getByRole('link', { name: 'Good food box' }).waitFor()
  const addresses: (string | null)[][] = []
  await page.route('**/v1/**', (route) => route.abort())
  try {
    for (const [language, locale] of [
      ['Français', 'fr-CA'],
      ['English', 'en-CA'],
    ] as const) {
      await page.getByRole('button', { name: language }).click()
      await page.locator(`html[lang="${locale}"]`).waitFor()
      const shown = await names()
      expect(shown.length).toBeGreaterThan(3)
      expect(shown).toEqual(shown.toSorted(new Intl.Collator(locale).compare))
      addresses.push(
        await page.locator('tbody a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      )
    }
  } finally {
    await page.unroute('**/v1/**')
  }
  expect(addresses[0]).not.toEqual(addresses[1])
})

test('who may only read the directory is offered nothing else', async () => {
  const evaluator = await product.visit({ who: 'evaluator@guelph', path: '/directory' })
  const { page } = evaluator
  await page.getByRole('link', { name: 'Ukulele group' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ukulele group' }).waitFor()
  for (const name of ['Edit', 'Add an activity']) expect(await page.getByRole('link', { name }).count()).toBe(0)
  expect(await page.getByRole('heading', { name: 'Who came' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'I signposted somebody here' }).count()).toBe(0)
  await evaluator.leave()
})

test('that one told somebody of an activity takes one click on its page', async () => {
  const navigator = await at('/directory')
  const { page, click } = navigator
  const { id } = await activityNamed(navigator, 'Ukulele group')
  await page.goto(`${product.stack().url}/activities/${id}`)
  navigator.begin()
  await click(page.getByRole('button', { name: 'I signposted somebody here' }))
  await page.getByText('Your signposting is recorded.').waitFor()
  expect(navigator.clicks()).toBe(1)
  const { items } = await must(navigator, 'GET', '/v1/signposts')
  expect(items).toMatchObject([{ activity: id, needs: [] }])
})

test('en français à 320 px, rien ne dépasse de la fenêtre', async () => {
  const navigator = await at('/directory')
  const { page } = navigator
  const ukulele = await activityNamed(navigator, 'Ukulele group')
  await page.setViewportSize({ width: 320, height: 900 })
  await page.getByRole('button', { name: 'Français' }).click()
  for (const path of ['/directory', `/activities/${ukulele.id}`, `/activities/${ukulele.id}/edit`]) {
    await at(path)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
  await at('/directory')
  await page.getByText('Le mercredi, de 13 h 30 à 15 h').first().waitFor()
})
