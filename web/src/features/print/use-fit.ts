import { type RefObject, useLayoutEffect, useRef } from 'react'

/** How many times the type may get smaller: see `data-fit` in print.css. */
const steps = 6

/**
 * Makes what is on a sheet fit on it: the type gets smaller, a step at a time, until it does. Anew for every size of the
 * window, and for the paper: nowhere do lines break alike.
 */
export function useFit(): RefObject<HTMLDivElement | null> {
  const sheet = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const refit = () => shrink(sheet.current)
    const paper = matchMedia('print')
    refit()
    addEventListener('resize', refit)
    paper.addEventListener('change', refit)
    return () => {
      removeEventListener('resize', refit)
      paper.removeEventListener('change', refit)
    }
  })
  return sheet
}

function shrink(sheet: HTMLElement | null): void {
  if (sheet === null) return
  for (let step = 0; step <= steps; step += 1) {
    sheet.dataset.fit = String(step)
    if (sheet.scrollHeight <= sheet.clientHeight) return
  }
}
