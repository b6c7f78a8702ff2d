import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { inspectLayout } from './layout.ts'
import { speak } from './look.ts'
import { keepPicture } from './pictures.ts'
import { foreignWords } from './words.ts'

/** WCAG 1.4.12: as much room in a text as anybody may need. */
const spaced = '* { line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em } p { margin-bottom: 2em }'

/**
 * A screen at four times its size on a window of 1280 by 1024, with its text spaced out, in both languages: all of it can
 * be read without going sideways, and whatever takes the focus is in sight.
 */
export async function enlarge(page: Page, name: string): Promise<void> {
  const found: string[] = []
  await page.setViewportSize({ width: 320, height: 256 })
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [sheet]
  }, spaced)
  for (const locale of ['en', 'fr'] as const) {
    await speak(page, locale)
    await keepPicture(page, `${name}-enlarged-${locale}`)
    const faults = [...(await page.evaluate(inspectLayout)), ...(await foreignWords(page))]
    found.push(...faults.map((fault) => `${locale} enlarged: ${fault}`))
  }
  found.push(...(await page.evaluate(hiddenStops)))
  await page.evaluate(() => {
    document.adoptedStyleSheets = []
  })
  await speak(page, 'en')
  expect(found, name).toEqual([])
}

/** A screen in the colours of the system: what is picked, or where one is, can still be told from what is not. */
export async function forceColours(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 900 })
  await page.emulateMedia({ forcedColors: 'active' })
  await keepPicture(page, `${name}-forced-colours`)
  const found = await page.evaluate(lostMarks)
  await page.emulateMedia({ forcedColors: 'none' })
  expect(found, name).toEqual([])
}

/** Runs in the page: stops that are behind something else when they have the focus (WCAG 2.4.11). */
function hiddenStops(): string[] {
  const faults: string[] = []
  const stops = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')
  for (const stop of stops) {
    if (!stop.checkVisibility({ visibilityProperty: true }) || stop.matches(':disabled') || stop.closest('.skip'))
      continue
    stop.focus()
    const { left, right, top, bottom } = stop.getBoundingClientRect()
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
    )
    const isSeen = points.some(([x, y]) =>
      document
        .elementsFromPoint(x, y)
        .slice(0, 3)
        .some((at) => stop.contains(at) || at.contains(stop)),
    )
    if (!isSeen) faults.push(`hidden while it has the focus: ${stop.outerHTML.slice(0, 120)}`)
  }
  ;(document.activeElement as HTMLElement | null)?.blur()
  scrollTo(0, 0)
  return faults
}

/** Runs in the page: what is marked by a colour alone, which is gone. */
function lostMarks(): string[] {
  const drawn = (element: Element) => {
    const { outlineStyle, borderTopStyle, borderTopWidth, textDecorationLine, forcedColorAdjust } =
      getComputedStyle(element)
    const before = getComputedStyle(element, '::before').content
    return JSON.stringify([outlineStyle, borderTopStyle, borderTopWidth, textDecorationLine, forcedColorAdjust, before])
  }
  const marked = '[aria-pressed="true"], [aria-current], tr.selected, input:checked'
  return [...document.querySelectorAll(marked)].flatMap((element) => {
    const [kind = ''] = element.classList
    const same = kind ? `.${CSS.escape(kind)}` : element.tagName.toLowerCase()
    const plain = [
      ...(element.closest('ul, ol, fieldset, nav, tbody, .choices') ?? document.body).querySelectorAll(same),
    ].find((each) => !each.matches(marked))
    // What the browser draws itself, or what has a drawing of its own, does not need a colour.
    const isDrawn = element.querySelector('svg') !== null || element.matches('input:not([class*="mantine"])')
    if (plain === undefined || !element.checkVisibility() || isDrawn) return []
    return drawn(element) === drawn(plain) ? [`looks like the others: ${element.outerHTML.slice(0, 120)}`] : []
  })
}
