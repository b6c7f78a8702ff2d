/** Runs in the page: what axe does not see of where things are, in words. */
export function inspectLayout(): string[] {
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) faults.push(`wider than the window: ${root.scrollWidth}`)
  const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  // The head of a table is not shown where its rows are cards that carry their labels.
  const isForListeners = (element: Element) => {
    const head = element.closest('thead')
    return (
      element.closest('.visually-hidden, .skip') !== null ||
      (head !== null && getComputedStyle(head).clipPath !== 'none')
    )
  }
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 40)}”`

  const stops = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')
  for (const element of stops) {
    if (!isShown(element) || isForListeners(element) || element.matches(':disabled')) continue
    const { left, right, width, height } = element.getBoundingClientRect()
    if (right <= 0 || left >= root.clientWidth) faults.push(`a focus stop outside the window: ${named(element)}`)
    const isInline =
      getComputedStyle(element).display === 'inline' || element.matches('input[type="radio"], input[type="checkbox"]')
    if (!isInline && (width < 24 || height < 24))
      faults.push(`a target of ${Math.round(width)} by ${Math.round(height)}: ${named(element)}`)
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (texts.nextNode()) {
    const text = texts.currentNode
    const box = text.parentElement
    if (!text.textContent?.trim() || !box || !isShown(box) || isForListeners(box)) continue
    range.selectNodeContents(text)
    const { left, right, width } = range.getBoundingClientRect()
    // What scrolls sideways in a box of its own can be reached there.
    if (width === 0 || box.closest('.table-scroll, option, select')) continue
    if (right > root.clientWidth + 1 || left < -1) faults.push(`clipped by the window: ${named(box)}`)
    for (let outer: Element | null = box; outer && outer !== document.body; outer = outer.parentElement) {
      const { overflowX } = getComputedStyle(outer)
      if (getComputedStyle(outer).display === 'inline') continue
      const edge = outer.getBoundingClientRect()
      if (right > edge.right + 1 || left < edge.left - 1) {
        faults.push(`${overflowX === 'visible' ? 'runs out of' : 'cut off by'} ${named(outer)}: ${named(box)}`)
      }
      // The nearest box that is drawn or that clips is the one that people see.
      if (overflowX !== 'visible' || getComputedStyle(outer).borderRightWidth !== '0px') break
    }
  }

  for (const { children } of document.querySelectorAll('.beside')) {
    const [list, panel] = children
    if (!list || !panel || !isShown(panel)) continue
    const [{ left, top, bottom }, over] = [list.getBoundingClientRect(), panel.getBoundingClientRect()]
    const hidden = left + Math.max(list.scrollWidth, list.clientWidth) - over.left
    if (hidden > 1 && over.left > left && over.top < bottom && over.bottom > top)
      faults.push(`under what is beside it by ${Math.round(hidden)}: ${named(list)}`)
  }

  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isStill && document.getAnimations().some(({ playState }) => playState === 'running'))
    faults.push('something moves though less motion is asked for')
  return [...new Set(faults)].slice(0, 20)
}
