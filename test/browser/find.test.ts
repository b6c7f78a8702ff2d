import { expect, test } from 'vitest'
import { openConsole, type Visitor } from './support/console.ts'
import { faultsOf } from './support/inspect.ts'
import { hasFocus, keyboardOf, untilFocus } from './support/keyboard.ts'

const product = openConsole()

async function put(navigator: Visitor, family: string, chartNumber: string, birthDate?: string): Promise<string> {
  const asked = {
    names: { given: 'Rosalba', family },
    locale: 'en',
    chartNumber,
    ...(birthDate && { birthDate }),
    contactPoints: [],
  }
  const first = await navigator.api('POST', '/v1/clients', asked)
  if (first.status === 201) return first.body.id
  const notDuplicateOf = first.body.candidates.map(({ id }: { id: string }) => id)
  return (await navigator.api('POST', '/v1/clients', { ...asked, notDuplicateOf })).body.id
}

test('somebody is found by part of a name or a chart number, and opened, by keyboard alone', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/clients' })
  const { page } = navigator
  const id = await put(navigator, 'Quillfeather', 'QF-7001')
  for (const words of ['uillf', 'qf-7001']) {
    await page.keyboard.press('/')
    await page.getByRole('searchbox').fill(words)
    const answer = page.waitForResponse((response) => response.url().includes('/v1/clients/search'))
    await page.keyboard.press('Enter')
    await answer
    await page.getByRole('link', { name: 'Rosalba Quillfeather' }).waitFor()
  }
  await keyboardOf(navigator).tabTo(page.getByRole('link', { name: 'Rosalba Quillfeather' }), 2)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Rosalba Quillfeather' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/clients/${id}`)
  await navigator.leave()
})

test('Ctrl+K leads anywhere by a few letters, also while somebody types, and nothing typed there goes into a URL', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  const keys = keyboardOf(navigator)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  navigator.begin()
  await keys.press('/')
  await keys.type('perp')
  await keys.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Commands' })
  const field = dialog.getByRole('combobox')
  await untilFocus(field)
  await keys.type('FÏND cliént')
  const option = dialog.getByRole('option', { selected: true })
  expect(await option.innerText()).toBe('Find a client')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'Find a client' }).waitFor()
  await untilFocus(page.getByRole('searchbox'))
  expect(navigator.clicks()).toBe(0)
  expect(navigator.elapsed()).toBeLessThan(6_000)
  expect([...asked, page.url()].join(' ')).not.toMatch(/perp|clié|FÏND/i)

  // The actions of the screen are its buttons; Escape gives the focus back.
  await keys.press('Control+k')
  expect(await dialog.getByRole('option').first().innerText()).toBe('Search here')
  expect(await faultsOf(page)).toEqual([])
  await keys.press('ArrowDown', 'ArrowUp', 'ArrowUp')
  expect(await option.innerText()).toMatch(/^Keyboard shortcuts/)
  await keys.type('nothing at all')
  await dialog.getByText('Nothing is called that').waitFor()
  await keys.press('Enter', 'Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await hasFocus(page.getByRole('searchbox'))).toBe(true)
  await navigator.leave()
})

test('en français, au téléphone : les commandes se trouvent sous son nom, sans accent ni souris', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings', locale: 'fr', width: 320 })
  const { page } = navigator
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Oksana Kovalenko' }).click()
  await page.getByRole('button', { name: 'Commandes (Ctrl+K)' }).click()
  await page.getByRole('combobox').fill('repertoire')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('option', { name: 'Répertoire' }).click()
  await page.getByRole('heading', { name: 'Répertoire' }).waitFor()
  await navigator.leave()
})

test('one letter is too little to search by, and nobody is said to be nobody', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/clients', locale: 'fr' })
  const { page } = navigator
  await page.getByRole('searchbox').fill('q')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('Saisissez au moins deux lettres').waitFor()
  await page.getByRole('searchbox').fill('zzqx')
  await page.keyboard.press('Enter')
  await page.getByText('Personne n’a été trouvé').waitFor()
  await navigator.leave()
})

test('two records of one person are joined, looked at side by side first', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/clients' })
  const { page } = navigator
  const [kept, gone] = [await put(navigator, 'Twicewell', 'TW-1'), await put(navigator, 'Twicewell', 'TW-2')]
  await page.getByRole('searchbox').fill('twicewell')
  await page.keyboard.press('Enter')
  await page.getByRole('row').filter({ hasText: 'TW-1' }).waitFor()
  navigator.begin()
  for (const chart of ['TW-1', 'TW-2']) {
    await navigator.click(page.getByRole('row').filter({ hasText: chart }).getByRole('checkbox'))
  }
  await navigator.click(page.getByRole('button', { name: 'Merge two records' }))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('cell', { name: '–' }).first().waitFor()
  expect(await dialog.getByRole('radio', { checked: true }).count()).toBe(0)
  await navigator.click(dialog.getByRole('radio', { name: 'chart TW-1' }))
  await navigator.click(dialog.getByRole('button', { name: 'Merge the records' }))
  await page.getByText('The two records are one.').waitFor()
  expect(navigator.clicks()).toBe(5)
  expect((await navigator.api('GET', `/v1/clients/${kept}`)).body.mergedFrom).toEqual([gone])
  await page.goto(new URL(`/clients/${gone}`, page.url()).href)
  await page.getByRole('link', { name: 'Open the other record' }).click()
  await page.getByRole('heading', { name: 'Rosalba Twicewell' }).waitFor()
  await navigator.leave()
})

test('merging asks which record is kept before anything is sent, and points out birth dates that differ', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/clients' })
  const { page } = navigator
  await put(navigator, 'Otherwise', 'OW-1', '1950-01-02')
  const other = await put(navigator, 'Otherwise', 'OW-2', '1952-03-04')
  await page.getByRole('searchbox').fill('otherwise')
  await page.keyboard.press('Enter')
  for (const chart of ['OW-1', 'OW-2'])
    await page.getByRole('row').filter({ hasText: chart }).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Merge two records' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('The birth dates differ').waitFor()
  await dialog.getByRole('button', { name: 'Merge the records' }).click()
  await dialog.getByRole('alert').getByRole('link').click()
  expect(await hasFocus(dialog.getByRole('radio').first())).toBe(true)
  expect((await navigator.api('GET', `/v1/clients/${other}`)).body.mergedFrom ?? []).toEqual([])
  await navigator.leave()
})

test('a prescriber finds people, and is not offered to merge records', async () => {
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: '/clients' })
  const { page } = prescriber
  await page.getByRole('searchbox').fill('an')
  await page.keyboard.press('Enter')
  await page.getByRole('table').waitFor()
  expect(await page.getByRole('checkbox').count()).toBe(0)
  await prescriber.leave()
})

test('the list of keys has those that somebody has a use for, and no others', async () => {
  const keysOf = async (who: string) => {
    const { page, leave } = await product.visit({ who, path: '/settings' })
    await page.keyboard.press('?')
    const keys = await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).locator('kbd').allInnerTexts()
    await leave()
    return keys.filter((key) => /^[A-Z]$/.test(key))
  }
  expect(await keysOf('navigator@guelph')).toEqual(['L', 'N', 'V', 'C', 'P', 'E'])
  expect(await keysOf('prescriber@guelph')).toEqual(['E'])
  expect(await keysOf('evaluator@guelph')).toEqual([])
})
