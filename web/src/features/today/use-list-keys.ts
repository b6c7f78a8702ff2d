import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useShortcutsOn } from '../../app/shortcuts.tsx'
import { isTyping } from '../../ui/index.ts'
import type { Task } from './rows.ts'

/** What a letter does to the row that has the focus. */
export type Actions = Readonly<Record<string, (task: Task) => void>>

/**
 * Single keys on a list of tasks. Moving works from anywhere that nobody types in; the others act on the row that has the
 * focus, and on no other (WCAG 2.1.4).
 */
export function useListKeys(
  rows: readonly Task[],
  actions: Actions,
): { list: RefObject<HTMLElement | null>; onKeyDown: (event: KeyboardEvent) => void } {
  const list = useRef<HTMLElement>(null)
  const focused = useRef<{ link: HTMLElement; at: number }>(undefined)
  const isOn = useShortcutsOn()

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!isOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"]')) return
      const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
      if (step === undefined) return
      const isArrow = event.key.startsWith('Arrow')
      if (isArrow && !list.current?.contains(document.activeElement)) return
      event.preventDefault()
      move(list.current, step)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [isOn])

  // Where the row with the focus has gone, the next one takes its place, and the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are what makes one go.
  useLayoutEffect(() => {
    const links = linksOf(list.current)
    const { link, at = 0 } = focused.current ?? {}
    if (link && !link.isConnected && document.activeElement === document.body) {
      links[Math.min(at, links.length - 1)]?.focus()
    }
  }, [rows])

  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const links = linksOf(list.current)
      const link = links.find((each) => each === target)
      focused.current = link && { link, at: links.indexOf(link) }
    }
    addEventListener('focusin', onFocus)
    return () => removeEventListener('focusin', onFocus)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const links = linksOf(list.current)
    const task = rows[links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))]
    const act = actions[event.key]
    if (task === undefined || act === undefined) return
    event.preventDefault()
    act(task)
  }

  return { list, onKeyDown }
}

function linksOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
}

/** To the next row or the one before; from anywhere else, from the row that is open, or else to the first. */
function move(list: HTMLElement | null, step: number): void {
  const links = linksOf(list)
  const focused = links.indexOf(document.activeElement as HTMLElement)
  const at = focused < 0 ? links.findIndex((link) => link.closest('.selected')) : focused
  const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))
  links[next]?.focus()
}
