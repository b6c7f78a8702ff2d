import { type RefObject, useLayoutEffect, useRef } from 'react'

/** How many times the type may get smaller: see `data-fit` in print.css. */
const steps = 6

/** Makes what is on a sheet fit on it: the type gets smaller, a step at a time, until it does. */
export function useFit(): RefObject<HTMLDivElement | null> {
  const sheet = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = sheet.current
    if (element === null) return
    for (let step = 0; step <= steps; step += 1) {
      element.dataset.fit = String(step)
      if (element.scrollHeight <= element.clientHeight) return
    }
  })
  return sheet
}
