import { expect, test } from 'vitest'
import { budgets, consoleSizes } from '../../web/build/sizes.ts'

/** So far below the budget that a small change does not break it. */
const headroom = 0.95

test('what a first visit fetches, and what each screen adds, stays within the budget', () => {
  const { script, style, screens } = consoleSizes()
  expect(script).toBeLessThan(budgets.script * headroom)
  expect(style).toBeLessThan(budgets.style * headroom)
  expect(Object.keys(screens).length).toBeGreaterThan(15)
  for (const [screen, bytes] of Object.entries(screens)) expect(bytes, screen).toBeLessThan(budgets.screen * headroom)
})
