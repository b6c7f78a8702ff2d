import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { isForPage, letterOf, useShortcutsOn } from '../../app/keys.ts'
import type { Task } from './rows.ts'

/** What a letter does to the row that has the focus. */
export type Actions = Readonly<Record<string, (task: Task) => void>>

/**
 * Letters on a list of tasks: they act on the row that has the focus, and on no other (WCAG 2.1.4). A row that has it only
 * because the one before went away waits until somebody chooses it: the next letter may still mean the other person.
 */
export function useListKeys(
  rows: readonly Task[],
  actions: Actions,
): { list: RefObject<HTMLElement | null>; onKeyDown: (event: KeyboardEvent) => void } {
  const list = useRef<HTMLElement>(null)
  const focused = useRef<{ link: HTMLElement; at: number }>(undefined)
  const unchosen = useRef<HTMLElement>(undefined)
  const isOn = useShortcutsOn()

  // Where the row with the focus has gone, the next one takes its place, and the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are what makes one go.
  useLayoutEffect(() => {
    const links = linksOf(list.current)
    const { link, at = 0 } = focused.current ?? {}
    if (link && !link.isConnected && document.activeElement === document.body) {
      unchosen.current = links[Math.min(at, links.length - 1)]
      unchosen.current?.focus()
    }
  }, [rows])

  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const links = linksOf(list.current)
      const link = links.find((each) => each === target)
      if (link !== unchosen.current) unchosen.current = undefined
      focused.current = link && { link, at: links.indexOf(link) }
    }
    addEventListener('focusin', onFocus)
    return () => removeEventListener('focusin', onFocus)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOn || !isForPage(event.nativeEvent)) return
    const links = linksOf(list.current)
    const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
    const task = rows[at]
    if (event.key === 'Enter') unchosen.current = undefined
    const act = actions[letterOf(event)]
    if (task === undefined || act === undefined || links[at] === unchosen.current) return
    event.preventDefault()
    act(task)
  }

  return { list, onKeyDown }
}

function linksOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
}
