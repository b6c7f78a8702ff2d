import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { isTyping } from '../ui/index.ts'
import { placesOf } from './places.ts'
import { useMe } from './session.tsx'

/** Whether single letters do something: a setting of each person's own (WCAG 2.1.4). */
export function useShortcutsOn(): boolean {
  return useMe().preferences?.shortcuts ?? true
}

/** Whether a key is for the page: not while somebody types, nor while a dialog asks something. */
export function isForPage(event: KeyboardEvent): boolean {
  const isHeld = event.ctrlKey || event.metaKey || event.altKey
  return !isHeld && !event.defaultPrevented && !isTyping(event.target) && !isAsked()
}

/** A letter, also where capitals are locked. */
export function letterOf({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): string {
  return shiftKey ? key : key.toLowerCase()
}

const secondMs = 1_500

/** Keys that work on every screen; letters only where they are switched on. */
export function useKeys({
  onHelp,
  onCommands,
}: {
  readonly onHelp: () => void
  readonly onCommands: () => void
}): void {
  const me = useMe()
  const isOn = useShortcutsOn()
  const navigate = useNavigate()
  const waiting = useRef(0)

  useEffect(() => {
    const onCombination = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      if (!isAsked()) onCommands()
    }
    // Before anything on the screen hears of them: the second key of two means something else alone.
    const onFirst = (event: KeyboardEvent) => {
      if (!isForPage(event)) return
      const key = letterOf(event)
      const isSecond = Date.now() - waiting.current < secondMs
      waiting.current = key === 'g' ? Date.now() : 0
      const place = isSecond ? placesOf(me).find(({ letter }) => letter === key) : undefined
      if (place === undefined) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void navigate({ to: place.to })
    }
    // After a list has had its say: a letter there is for the row that has the focus.
    const onLast = (event: KeyboardEvent) => {
      if (!isForPage(event)) return
      const act = actOf(event, onHelp)
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onCombination, { capture: true })
    if (isOn) {
      addEventListener('keydown', onFirst, { capture: true })
      addEventListener('keydown', onLast)
    }
    return () => {
      removeEventListener('keydown', onCombination, { capture: true })
      removeEventListener('keydown', onFirst, { capture: true })
      removeEventListener('keydown', onLast)
    }
  }, [isOn, me, navigate, onHelp, onCommands])
}

/** What a key does on whatever screen this is. */
function actOf(event: KeyboardEvent, onHelp: () => void): (() => void) | undefined {
  const key = letterOf(event)
  const step = { j: 1, arrowdown: 1, k: -1, arrowup: -1 }[key]
  if (step !== undefined) return moveOf(step, key.startsWith('arrow'))
  if (key === '?') return onHelp
  const found =
    key === '/'
      ? document.querySelector<HTMLElement>('main input[type="search"]')
      : key.length === 1 && /[a-z]/.test(key) && shownWith(key.toUpperCase())
  if (!found) return undefined
  return () => (key === '/' ? found.focus() : found.click())
}

/** The first thing on the screen that bears a key. */
function shownWith(key: string): HTMLElement | undefined {
  const bearers = document.querySelectorAll<HTMLElement>(`main [aria-keyshortcuts="${key}"]:not(:disabled)`)
  return [...bearers].find((each) => each.checkVisibility())
}

/**
 * To the next row or the one before; from anywhere else, from the row that is open, or else to the first. Arrows do the
 * same from a row, and elsewhere what they always do.
 */
function moveOf(step: number, isArrow: boolean): (() => void) | undefined {
  const list = document.querySelector('main [data-rows]')
  const rows = [...(list?.children ?? [])]
  const links = rows.flatMap((row) => row.querySelector<HTMLElement>('th :is(a[href], button), h2 button') ?? [])
  const at = links.indexOf(document.activeElement as HTMLElement)
  if (links.length === 0 || (isArrow && at < 0)) return undefined
  const from = at < 0 ? links.findIndex((link) => link.closest('.selected')) : at
  const next = from < 0 ? 0 : Math.min(links.length - 1, Math.max(0, from + step))
  return () => links[next]?.focus()
}

function isAsked(): boolean {
  return document.querySelector('dialog[open]') !== null
}
