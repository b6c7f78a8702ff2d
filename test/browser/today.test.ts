import { expect, test } from 'vitest'
import { openConsole } from './support/console.ts'

const product = openConsole()

test('“no answer” takes two clicks, shows at once, and can be taken back', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/today' })
  const { page } = navigator
  const row = page.getByRole('row').filter({ hasText: 'First contact' }).first()
  const late = await row.innerText()
  navigator.begin()
  await navigator.click(row)
  await navigator.click(page.getByRole('button', { name: 'No answer' }))
  await page.getByText('“No answer” is logged.').waitFor()
  expect(navigator.clicks()).toBe(2)
  expect(navigator.elapsed()).toBeLessThan(5_000)
  expect(late).toContain('late')
  await navigator.leave()
})
