import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openConsole, type Visitor } from './support/console.ts'
import { faultsOf } from './support/inspect.ts'

const product = openConsole()

async function saved(visitor: Visitor, button: string | RegExp): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.click(visitor.page.getByRole('button', { name: button })),
  ])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('an evaluator takes figures out in five clicks, small numbers hidden, with where they are from', async () => {
  const evaluator = await product.visit({ who: 'evaluator@guelph', path: '/directory' })
  const { page } = evaluator
  evaluator.begin()
  await evaluator.click(page.getByRole('link', { name: 'Extracts' }))
  await evaluator.click(page.getByRole('button', { name: 'Last 12 months' }))
  await evaluator.click(page.getByRole('button', { name: 'How far people got' }))
  await evaluator.click(page.getByRole('button', { name: 'Outside our centre' }))
  await page
    .getByRole('cell', { name: /Fewer than 6/ })
    .first()
    .waitFor()
  const { name, text } = await saved(evaluator, 'Download as CSV')
  expect(evaluator.clicks()).toBe(5)
  // The budget is 30 s, of which a person takes 12.
  expect(evaluator.elapsed()).toBeLessThan(18_000)

  const lines = text.split('\r\n')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  expect(lines[0]).toBe('\ufeffRx: Community,Guelph CHC')
  expect(lines[1]).toMatch(/^Snapshot,extract_[0-9A-Z]{26}$/)
  expect(lines[2]).toMatch(/^Taken,\d{4}-\d\d-\d\dT/)
  expect(lines[3]).toBe('By,Hyacinth Prendergast')
  expect(lines[4]).toMatch(/^Period,\d{4}-\d\d,\d{4}-\d\d$/)
  const head = lines.indexOf('figure,name,part,part-name,statistic,value,n,missing')
  expect(lines[head + 1]).toMatch(/^referred,Referred,,,count,\d+,\d+,0$/)
  expect(lines.slice(head + 1, -1).map((line) => line.split(',')[0])).toEqual([
    'referred',
    'contacted',
    'prescribed',
    'attended',
    'completed',
  ])
  expect(text).toContain('completed,Completed,,,count,Fewer than 6,')
  expect(name).toMatch(/^rx-guelph-\d{4}-\d\d-\d{4}-\d\d\.csv$/)
  await evaluator.leave()
})

test('choices are kept under a name, taken by in three clicks, renamed, removed and taken back', async () => {
  const evaluator = await product.visit({ who: 'evaluator@guelph', path: '/extracts' })
  const { page } = evaluator
  const dialog = page.getByRole('dialog')
  const board = `For the board ${Date.now()}`
  await page.getByRole('button', { name: 'How referrals ended' }).click()
  await page.getByRole('button', { name: 'Save these choices…' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('link', { name: 'Name: this is needed' }).waitFor()
  await dialog.getByRole('textbox').fill(board)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: board, pressed: true }).waitFor()

  await page.getByRole('link', { name: 'Directory' }).click()
  await page.getByRole('heading', { level: 1, name: 'Directory' }).waitFor()
  evaluator.begin()
  await evaluator.click(page.getByRole('link', { name: 'Extracts' }))
  await evaluator.click(page.getByRole('button', { name: board }))
  const { text } = await saved(evaluator, 'Download as CSV')
  expect(evaluator.clicks()).toBe(3)
  expect(text).toContain(`\r\nSaved as,${board}\r\n`)
  expect(text).not.toContain('\r\nreferred,')

  await page.getByRole('button', { name: 'Rename' }).click()
  await dialog.getByRole('textbox').fill(`${board}, yearly`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: `${board}, yearly`, pressed: true }).waitFor()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByText(`“${board}, yearly” was removed.`).waitFor()
  await page.getByRole('button', { name: `${board}, yearly` }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: `${board}, yearly`, pressed: true }).waitFor()
  await evaluator.leave()
})

test('what was taken is listed with who took it and for whom, and is had again as it was', async () => {
  const evaluator = await product.visit({ who: 'evaluator@guelph', path: '/extracts' })
  const { page } = evaluator
  await page.getByRole('button', { name: 'Inside our centre only' }).click()
  await page.getByText('do not pass it on').waitFor()
  await expect.poll(() => page.getByRole('cell', { name: /Fewer than/ }).count()).toBe(0)
  const { text } = await saved(evaluator, 'Download as CSV')
  const figures = (await evaluator.api('GET', '/v1/insights')).body
  for (const { milestone, n } of figures.funnel)
    expect(text).toMatch(new RegExp(`^${milestone},[^,]+,,,count,${n},`, 'm'))
  const [, id = ''] = /Snapshot,(\w+)/.exec(text) ?? []
  const row = page.getByRole('row').filter({ hasText: id })
  await row.getByText('Hyacinth Prendergast').waitFor()
  await row.getByText('Inside our centre only').waitFor()
  const [again] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name: /^CSV/ }).click()])
  expect(await readFile(await again.path(), 'utf8')).toBe(text)
  await evaluator.leave()
})

test('the data dictionary of an extract says in French what each figure and column is', async () => {
  const evaluator = await product.visit({ who: 'evaluator@guelph', path: '/extracts', locale: 'fr' })
  const { text: extract } = await saved(evaluator, 'Télécharger en CSV')
  expect(extract).toContain('Qui la lira,À l’extérieur du centre,Les petits nombres sont masqués.')
  expect(extract).toContain(',Moins de 6,')
  const button = evaluator.page.getByRole('button', { name: /^Dictionnaire,/ }).first()
  const [file] = await Promise.all([evaluator.page.waitForEvent('download'), button.click()])
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toContain('figure,contacted,')
  expect(text).toContain('statistic,wilcoxon-p,p (de Wilcoxon),')
  expect(text).toContain('column,missing,Manquants,')
  await evaluator.page.setViewportSize({ width: 320, height: 900 })
  expect(await faultsOf(evaluator.page)).toEqual([])
  await evaluator.leave()
})

test('a period of more than three years is refused in words', async () => {
  const evaluator = await product.visit({ who: 'evaluator@guelph', path: '/extracts' })
  const { page } = evaluator
  const months = await page
    .getByLabel('From')
    .locator('option')
    .evaluateAll((options) => options.map((each) => each.getAttribute('value')))
  await page.getByLabel('From').selectOption(months.at(-1) ?? '')
  await page.getByText('This could not be loaded').waitFor()
  await page.getByRole('button', { name: 'Last 3 full months' }).click()
  await page.getByRole('heading', { name: 'Preview' }).waitFor()
  await evaluator.leave()
})
