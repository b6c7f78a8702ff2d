import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openConsole } from './support/console.ts'
import { keyboardOf, untilFocus } from './support/keyboard.ts'
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

test('by keys alone: E on a row or on the record edits it, and the focus comes back; L and P do there what they say', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client } = await newClient(navigator, 'Lettered')
  const keys = keyboardOf(navigator)
  await open(navigator, '/today')
  await keys.press('/')
  await keys.type('Lettered')
  await keys.tabTo(page.getByRole('link', { name: 'Odile Lettered' }), 2)
  await keys.press('e')
  const given = page.getByLabel('Given name')
  await given.waitFor()
  await untilFocus(given)
  expect(new URL(page.url()).pathname).toBe(`/clients/${client}`)
  await keys.type('e')
  expect(await given.inputValue()).toBe('Odilee')
  await keys.press('Backspace', 'Control+Enter')
  const edit = page.getByRole('button', { name: 'Edit details' })
  await untilFocus(edit)
  expect(await edit.getAttribute('title')).toBe('E')
  await keys.press('e')
  await untilFocus(given)
  await keys.press('Control+Enter')
  await untilFocus(edit)
  await keys.press('l')
  await page.getByRole('dialog', { name: 'Log a contact' }).waitFor()
  await keys.press('Escape', 'p')
  await page.getByRole('heading', { name: 'Prescribe', level: 1 }).waitFor()
  await navigator.leave()
})

/** Whether the browser would ask before the window closes. */
const asksOnClosing = (page: Page) =>
  page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))

test('leaving a half-edited record asks first, whatever leads away; who stays has all that was typed', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client } = await newClient(navigator, 'Halfway')
  await open(navigator, `/clients/${client}/accesses`)
  await page.getByRole('link', { name: 'Back to the record' }).click()
  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByLabel('Town').waitFor()
  expect(await asksOnClosing(page)).toBe(false)
  await page.getByLabel('Town').fill('Elora')
  expect(await asksOnClosing(page)).toBe(true)
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  for (const away of [
    () => page.getByRole('link', { name: 'Today' }).click(),
    () => page.goBack(),
    async () => {
      await page.getByRole('button', { name: 'Oksana Kovalenko' }).click()
      await page.getByRole('button', { name: 'Sign out' }).click()
    },
  ]) {
    await away()
    await question.getByRole('button', { name: 'Stay' }).click()
    await question.waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe(`/clients/${client}`)
    expect(await page.getByLabel('Town').inputValue()).toBe('Elora')
  }
  await page.getByRole('link', { name: 'Today' }).click()
  await question.getByRole('button', { name: 'Leave without saving' }).click()
  await page.getByRole('heading', { name: 'Today' }).waitFor()

  await open(navigator, `/clients/${client}`)
  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByLabel('Town').fill('Fergus')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Lives in Fergus').waitFor()
  expect(await asksOnClosing(page)).toBe(false)
  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  await navigator.leave()
})

test('back and forward again leave no question and lose nothing; the way back asks anew', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client } = await newClient(navigator, 'Returning')
  await open(navigator, `/clients/${client}/accesses`)
  await page.getByRole('link', { name: 'Back to the record' }).click()
  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByLabel('Town').fill('Elora')
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  for (let time = 0; time < 2; time += 1) {
    await page.goBack()
    await question.waitFor()
    await page.goForward()
    await question.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Town').inputValue()).toBe('Elora')
  }
  await page.goBack()
  await question.getByRole('button', { name: 'Stay' }).click()
  await question.waitFor({ state: 'detached' })
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/clients/${client}`)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Lives in Elora').waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Who looked at this record' }).waitFor()
  await navigator.leave()
})

test('Escape and the cross ask before a dialog loses what was typed, in French; “Annuler” does what it says', async () => {
  const navigator = await visitor('navigator', 'fr')
  const { page } = navigator
  const { client } = await newClient(navigator, 'Échap')
  await open(navigator, `/clients/${client}`)
  const log = () => page.getByRole('button', { name: 'Consigner un contact' }).click()
  const dialog = page.getByRole('dialog', { name: 'Consigner un contact' })
  const question = page.getByRole('dialog', { name: 'Quitter sans enregistrer?' })
  const note = dialog.getByRole('textbox', { name: 'Note' })
  await log()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await log()
  await note.fill('Elle aimerait chanter')
  await page.keyboard.press('Escape')
  await question.waitFor()
  // A browser would close both at the second time.
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  expect(await note.inputValue()).toBe('Elle aimerait chanter')
  expect(await note.evaluate((field) => field === document.activeElement)).toBe(true)
  await dialog.getByRole('button', { name: 'Fermer' }).click()
  await question.getByRole('button', { name: 'Quitter sans enregistrer' }).click()
  await dialog.waitFor({ state: 'detached' })
  await log()
  expect(await note.inputValue()).toBe('')
  await note.fill('Encore')
  await dialog.getByRole('button', { name: 'Annuler' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await question.count()).toBe(0)
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
    'Messages de retour',
    'Renseignements et historique',
  ])
  await navigator.leave()
})
