import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openConsole, type Visitor } from './support/console.ts'

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
  const { name, text } = await saved(evaluator, 'CSV file')
  expect(evaluator.clicks()).toBe(5)
  // The budget is 30 s, of which a person takes 12.
  expect(evaluator.elapsed()).toBeLessThan(18_000)

  const lines = text.split('\r\n')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  expect(lines[0]).toBe('\ufeffRx: Community,Guelph CHC')
  expect(lines[1]).toMatch(/^Snapshot,request_[0-9A-Z]{26}$/)
  expect(lines[2]).toMatch(/^Taken,\d{4}-\d\d-\d\dT/)
  expect(lines[3]).toBe('By,Hyacinth Prendergast')
  expect(lines[4]).toMatch(/^Period,\d{4}-\d\d,\d{4}-\d\d$/)
  expect(lines[7]).toBe('figure,name,part,part-name,statistic,value,n,missing')
  expect(lines[8]).toMatch(/^referred,Referred,,,count,\d+,\d+,0$/)
  expect(lines.slice(8, 13).map((line) => line.split(',')[0])).toEqual([
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

test('a preset that is pressed already stays, and for the centre itself every number is shown', async () => {
  const evaluator = await product.visit({ who: 'evaluator@guelph', path: '/extracts' })
  const { page } = evaluator
  await page.getByRole('button', { name: 'Inside our centre only' }).click()
  await page.getByText('do not pass it on').waitFor()
  expect(await page.getByRole('cell', { name: /Fewer than/ }).count()).toBe(0)
  const { text } = await saved(evaluator, 'CSV file')
  const figures = (await evaluator.api('GET', '/v1/insights')).body
  for (const { milestone, n } of figures.funnel)
    expect(text).toMatch(new RegExp(`^${milestone},[^,]+,,,count,${n},`, 'm'))
  await evaluator.leave()
})

test('the data dictionary says in French what each figure and column is', async () => {
  const evaluator = await product.visit({ who: 'evaluator@guelph', path: '/extracts', locale: 'fr' })
  const { text } = await saved(evaluator, 'Dictionnaire de données')
  expect(text).toContain('figure,contacted,')
  expect(text).toContain('statistic,wilcoxon-p,p (de Wilcoxon),')
  expect(text).toContain('column,missing,Manquants,')
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
