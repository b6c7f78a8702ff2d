import { useEffect } from 'react'

/**
 * What has the focus may leave the page, with the row or the button that it was: what was around it has the focus then,
 * and nobody begins again from the top. What only moved, or was switched off while it was busy, has it back.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    // From what has the focus, outwards.
    let chain: readonly HTMLElement[] = []
    let wasOff = false
    const remember = ({ target }: FocusEvent) => {
      chain = withAncestors(target)
      wasOff = false
    }
    // Pointing elsewhere lets go of it.
    const forget = () => {
      chain = []
    }
    const observer = new MutationObserver((changes) => {
      const [last] = chain
      if (last === undefined || document.activeElement !== document.body) return
      if (last.matches(':disabled')) {
        wasOff = true
        return
      }
      const hasMoved = changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(last)))
      if (hasMoved || wasOff || !last.isConnected) focus(chain.find(({ isConnected }) => isConnected))
    })
    addEventListener('focusin', remember)
    addEventListener('pointerdown', forget, { capture: true })
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    return () => {
      removeEventListener('focusin', remember)
      removeEventListener('pointerdown', forget, { capture: true })
      observer.disconnect()
    }
  }, [])
}

function withAncestors(target: EventTarget | null): HTMLElement[] {
  if (!(target instanceof HTMLElement) || target === document.body) return []
  return [target, ...withAncestors(target.parentElement)]
}

function focus(element: HTMLElement | undefined): void {
  if (element === undefined) return
  element.focus({ preventScroll: true })
  if (document.activeElement === element) return
  element.tabIndex = -1
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  element.focus({ preventScroll: true })
}
