import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visitor } from './console.ts'

/** Somebody without a mouse: the focus is never lost and never out of sight. */
export interface Keyboard {
  /**
   * Goes on with Tab until the focus is where it is wanted; how many times that took.
   * @throws Error when it took more than `most`, or on the way the focus could not be seen.
   */
  tabTo(target: Locator, most?: number): Promise<number>
  press(...keys: readonly string[]): Promise<void>
  /** Types words, which are not counted. */
  type(words: string): Promise<void>
  /** Past what is around every screen, to what is on it. */
  skip(): Promise<void>
  /** Keys pressed since the visitor began. */
  readonly pressed: () => number
}

export function keyboardOf({ page }: Pick<Visitor, 'page'>): Keyboard {
  let pressed = 0

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      pressed += 1
      await page.keyboard.press(key)
    }
  }

  async function tabTo(target: Locator, most = 8): Promise<number> {
    await target.waitFor()
    for (let tabs = 0; tabs <= most; tabs += 1) {
      if (await hasFocus(target)) return tabs
      if (tabs === most) break
      await press('Tab')
      await expectInSight(page)
    }
    throw new Error(`After ${most} tabs the focus is on ${await focused(page)}.`)
  }

  return {
    tabTo,
    press,
    type: (words) => page.keyboard.type(words),
    skip: async () => {
      await tabTo(page.locator('.skip'), 1)
      await press('Enter')
    },
    pressed: () => pressed,
  }
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}

/** Until something has the focus, which it may have a moment after it is there. */
export async function untilFocus(target: Locator): Promise<void> {
  await expect.poll(() => hasFocus(target), { timeout: 10_000 }).toBe(true)
}

/** @throws Error when nothing has the focus, or who looks could not tell what has. */
async function expectInSight(page: Page): Promise<void> {
  const fault = await page.evaluate(faultOfFocus)
  if (fault) throw new Error(`The focus is ${fault}: ${await focused(page)}`)
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { tagName, ariaLabel, textContent } = document.activeElement ?? document.body
    return `${tagName.toLowerCase()} “${(ariaLabel ?? textContent ?? '').trim().slice(0, 40)}”`
  })
}

/** Runs in the page: why what has the focus cannot be seen to have it. */
function faultOfFocus(): string | undefined {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return 'lost'
  // A switch hides its field, and what stands for it has the ring.
  const isDrawn = element.getBoundingClientRect().width > 1
  const shown = isDrawn ? element : (element.nextElementSibling ?? element)
  const { left, right, top, bottom, width } = shown.getBoundingClientRect()
  if (width <= 1) return 'on nothing that is drawn'
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return 'outside the window'
  const { outlineStyle, outlineWidth } = getComputedStyle(shown)
  // The calendar in a field for a day has a ring of its own, drawn by the browser inside the field.
  const hasInner = element.matches('input[type="date"]:not(:focus-visible)')
  if (!hasInner && (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 1)) return 'without a ring'
  const middle = Math.min(Math.max(left + Math.min(width, 40) / 2, 1), innerWidth - 1)
  const heights = [top + 2, (top + bottom) / 2, bottom - 2].filter((y) => y > 0 && y < innerHeight)
  const isUncovered = heights.some((y) => {
    const hit = document.elementFromPoint(middle, y)
    return hit !== null && (shown.contains(hit) || hit.contains(shown))
  })
  return isUncovered ? undefined : 'behind something'
}
