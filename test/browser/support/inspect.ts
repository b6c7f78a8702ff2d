import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What is wrong with what is on the screen, in words: rules of WCAG A and AA and good practice, and where axe is silent. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // One frame, one page: no second one is opened to gather what each found.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary?.split('\n')[1] ?? ''}`),
  )
  return [...found, ...(await page.evaluate(inspectLayout))]
}

/** Runs in the page: what axe does not see. */
function inspectLayout(): string[] {
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) faults.push(`wider than the window: ${root.scrollWidth}`)
  // The head of a table is not shown where its rows are cards that carry their labels.
  const isForListeners = (element: Element) => {
    const head = element.closest('thead')
    return head !== null && getComputedStyle(head).clipPath !== 'none'
  }
  const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 40)}”`
  for (const element of document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]',
  )) {
    const { left, right, width, height } = element.getBoundingClientRect()
    if (!isShown(element) || element.closest('.visually-hidden, .skip') || element.matches(':disabled')) continue
    if (right <= 0 || left >= root.clientWidth) faults.push(`a focus stop outside the window: ${named(element)}`)
    const isInline =
      getComputedStyle(element).display === 'inline' || element.matches('input[type="radio"], input[type="checkbox"]')
    if (!isInline && (width < 24 || height < 24))
      faults.push(`a target of ${Math.round(width)} by ${Math.round(height)}: ${named(element)}`)
  }
  for (const element of document.querySelectorAll('h1, h2, h3, p, td, th, button, a, label, legend, dt, dd, li')) {
    if (!isShown(element) || element.closest('.visually-hidden, .skip') || isForListeners(element)) continue
    const { left, right } = element.getBoundingClientRect()
    if (right > root.clientWidth + 1 || left < -1) faults.push(`clipped by the window: ${named(element)}`)
  }
  return [...new Set(faults)].slice(0, 20)
}
