import { expect, test } from 'vitest'
import { openConsole } from './support/console.ts'
import { newClient, open } from './support/records.ts'

const product = openConsole()

const visitor = (who: string, locale: 'en' | 'fr' = 'en') =>
  product.visit({ who: `${who}@guelph`, path: '/settings', locale })

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

test('a record in French: a goal, a contact and the sections, without a word of English', async () => {
  const navigator = await visitor('navigator', 'fr')
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
