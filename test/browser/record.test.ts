import { expect, test } from 'vitest'
import { openConsole, type Visitor } from './support/console.ts'
import { thingsOf } from './support/screens.ts'

const product = openConsole()

const visitor = (who: string, path = '/settings', locale: 'en' | 'fr' = 'en') =>
  product.visit({ who: `${who}@guelph`, path, locale })

async function open(somebody: Visitor, path: string): Promise<void> {
  await somebody.page.goto(new URL(path, somebody.page.url()).href)
  await somebody.page.getByRole('heading', { level: 1 }).waitFor()
  await somebody.page.waitForLoadState('networkidle')
}

let known = 0

/** A new client of this test alone, with a referral that its navigator has accepted. */
async function newClient(navigator: Visitor, family: string): Promise<{ client: string; referral: string }> {
  known += 1
  const client = await navigator.api('POST', '/v1/clients', {
    names: { given: 'Odile', family },
    birthDate: `1951-04-${10 + known}`,
    locale: 'en',
    contactPoints: [
      { system: 'phone', value: `519-555-018${known}`, preferred: true, safe: { voicemail: true, text: false } },
    ],
  })
  const { id } = client.body
  const asked = await navigator.api('POST', '/v1/referrals', {
    client: id,
    source: 'self',
    reasons: ['social-connection'],
  })
  await navigator.api('POST', `/v1/referrals/${asked.body.id}/accept`, undefined, { 'If-Match': '"1"' })
  return { client: id, referral: asked.body.id }
}

test('who looked at a record is one click away, in the words in which the client is told', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client } = await thingsOf(navigator)
  await open(navigator, `/clients/${client}`)
  navigator.begin()
  await navigator.click(page.getByRole('link', { name: 'Who looked at this record' }))
  await page
    .getByText(/looked at .*your profile/)
    .first()
    .waitFor()
  expect(navigator.clicks()).toBe(1)
  expect(navigator.elapsed()).toBeLessThan(5_000)
  const printable = await page.getByRole('link', { name: 'Page to print, in French' }).getAttribute('href')
  expect(printable).toBe(`/v1/clients/${client}/access-report?locale=fr`)
  await navigator.leave()
})

test('a consent is withdrawn in two clicks, and the second says what stops at once', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client } = await newClient(navigator, 'Consent')
  await navigator.api('POST', `/v1/clients/${client}/consents`, {
    scope: { kind: 'messages', channel: 'sms' },
    how: 'spoken',
  })
  await open(navigator, `/clients/${client}`)
  navigator.begin()
  await navigator.click(page.getByRole('button', { name: 'Withdraw: Messages by text message' }))
  await page.getByText('No message goes out by this channel any more').waitFor()
  await navigator.click(page.getByRole('button', { name: 'Withdraw the consent' }))
  await page.getByText('The consent is withdrawn.').waitFor()
  expect(navigator.clicks()).toBe(2)
  expect(navigator.elapsed()).toBeLessThan(5_000)
  const { body } = await navigator.api('GET', `/v1/clients/${client}/consents`)
  expect(body.items.map(({ status }: { status: string }) => status)).toEqual(['withdrawn'])
  await navigator.leave()
})

test('a directive withholds contacts from prescribers, who learn only that something is missing', async () => {
  const [navigator, prescriber] = [await visitor('navigator'), await visitor('prescriber')]
  const { page } = navigator
  const { client, referral } = await newClient(navigator, 'Directive')
  await navigator.api('POST', `/v1/referrals/${referral}/contacts`, {
    channel: 'phone',
    result: 'reached',
    note: 'Between us',
  })
  await open(navigator, `/clients/${client}`)
  navigator.begin()
  await navigator.click(page.getByRole('button', { name: 'Withhold something' }))
  await navigator.click(page.getByRole('radio', { name: 'A part' }))
  await navigator.click(page.getByRole('radio', { name: 'A role' }))
  await navigator.click(page.getByRole('dialog').getByRole('button', { name: 'Withhold something' }))
  await page.getByRole('cell', { name: 'Everybody in the role: prescriber' }).waitFor()
  expect(navigator.clicks()).toBe(4)
  expect(navigator.elapsed()).toBeLessThan(6_000)

  await open(prescriber, `/clients/${client}`)
  await prescriber.page.getByText('Information is incomplete').waitFor()
  expect(await prescriber.page.getByText('Between us').count()).toBe(0)
  await prescriber.click(prescriber.page.getByRole('button', { name: 'Open it in an emergency' }))
  await prescriber.click(prescriber.page.getByRole('button', { name: 'Open for fifteen minutes' }))
  await prescriber.page.getByRole('alert').getByText('There is a problem').waitFor()
  await prescriber.page.getByLabel('Why it cannot wait').fill('He rang and spoke of ending his life.')
  await prescriber.page.keyboard.press('Control+Enter')
  await prescriber.page.getByText('Between us').waitFor()
  await Promise.all([navigator.leave(), prescriber.leave()])
})

test('two people edit at once: the second sees both versions, and keeps what was typed', async () => {
  const [one, two] = [await visitor('navigator'), await visitor('prescriber')]
  const { client } = await newClient(one, 'Conflict')
  for (const { page } of [one, two]) {
    await page.goto(new URL(`/clients/${client}`, page.url()).href)
    await page.getByRole('button', { name: 'Edit details' }).click()
    await page.getByLabel('Town').waitFor()
  }
  await one.page.getByLabel('Town').fill('Fergus')
  await one.page.getByRole('button', { name: 'Save' }).click()
  await one.page.getByText('Lives in Fergus').waitFor()

  await two.page.getByLabel('Town').fill('Elora')
  await two.page.getByLabel('Talents').fill('Whittling')
  await two.page.getByRole('button', { name: 'Save' }).click()
  const both = two.page.getByRole('dialog')
  await both.getByRole('row', { name: /Town.*Elora.*Fergus/ }).waitFor()
  await both.getByRole('button', { name: 'Keep mine' }).click()
  await two.page.getByText('Lives in Elora').waitFor()
  await two.page.getByText('Whittling').waitFor()
  await Promise.all([one.leave(), two.leave()])
})

test('what the API refuses is said at the field, and nothing that was typed is lost', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client } = await newClient(navigator, 'Refused')
  await open(navigator, `/clients/${client}`)
  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByLabel('Given name').fill('')
  await page.getByLabel('Talents').fill('Chess')
  await page.getByRole('button', { name: 'Save' }).click()
  const summary = page.getByRole('alert', { name: 'There is a problem' })
  await summary.getByRole('link').click()
  expect(await page.getByLabel('Given name').evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await page.getByLabel('Talents').inputValue()).toBe('Chess')
  await navigator.leave()
})

test('a referral is closed with how and why, after one that says neither is refused', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client, referral } = await newClient(navigator, 'Closing')
  await open(navigator, `/clients/${client}`)
  navigator.begin()
  await navigator.click(page.getByRole('button', { name: 'Close the referral' }))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Close the referral' }).click()
  await dialog.getByRole('alert').waitFor()
  await navigator.click(dialog.getByRole('radio', { name: 'Completed' }))
  await navigator.click(dialog.getByRole('radio', { name: 'Goals met', exact: true }))
  await navigator.click(dialog.getByRole('button', { name: 'Close the referral' }))
  await page.getByText('Completed, goals met').waitFor()
  expect(navigator.clicks()).toBe(4)
  expect((await navigator.api('GET', `/v1/referrals/${referral}`)).body.status).toBe('completed')
  await navigator.leave()
})

test('a record in French: a goal, a contact and the sections, without a word of English', async () => {
  const navigator = await visitor('navigator', '/settings', 'fr')
  const { page } = navigator
  const { client } = await newClient(navigator, 'Tremblay')
  await open(navigator, `/clients/${client}`)
  await page.getByRole('button', { name: 'Noter un objectif' }).click()
  await page.getByLabel('Ce qui compte pour moi').fill('Jouer aux cartes')
  await page.keyboard.press('Control+Enter')
  await page.getByText('«\u00a0Jouer aux cartes\u00a0»').waitFor()
  await page.getByRole('button', { name: 'Faire le point' }).click()
  await page.getByRole('radio', { name: 'Comme espéré' }).check()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Le point est enregistré.').waitFor()
  await page.getByRole('button', { name: 'Consigner un contact' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Le contact est consigné.').waitFor()
  const sections = await page.locator('main h2').allInnerTexts()
  expect(sections).toEqual([
    'Odile Tremblay',
    'Ce qui compte pour moi',
    'Forces, obstacles et coordonnées',
    'Aiguillages',
    'Plan et prescriptions',
    'Contacts',
    'Mesures',
    'Consentements',
    'Qui ne peut pas voir quoi',
    'Messages en retour à qui a aiguillé',
    'Renseignements et historique',
  ])
  await navigator.leave()
})
