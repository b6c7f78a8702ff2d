import { createContext, type RefObject, useCallback, useContext, useEffect, useRef, useState } from 'react'

/** What holds something that was typed and is not saved. */
const unsaved = new Set<Element>()

/** Whether something inside would be lost. */
export function hasUnsaved(within: Element = document.documentElement): boolean {
  return [...unsaved].some((element) => within.contains(element))
}

/** Somebody would rather lose it. */
export function forgetUnsaved(within: Element = document.documentElement): void {
  for (const element of unsaved) if (within.contains(element)) unsaved.delete(element)
}

/** Marks an element as holding what is not saved: nobody leaves it without having been asked. */
export function useUnsaved(element: RefObject<Element | null>, isUnsaved: boolean): void {
  useEffect(() => {
    const held = element.current
    if (held === null || !isUnsaved) return
    unsaved.add(held)
    return () => {
      unsaved.delete(held)
    }
  }, [element, isUnsaved])
}

/** Goes on at once where nothing inside would be lost; else once somebody has said so. */
type Leave = (go: () => void, within?: Element | null) => void

export const LeaveContext = createContext<Leave>((go) => go())

/** Asks before something half written is lost. */
export function useLeave(): Leave {
  return useContext(LeaveContext)
}

/** Which one of a list is open beside it. Going on to another asks first, where something half written would be lost. */
export function useOpened() {
  const leave = useLeave()
  const [opened, setOpened] = useState<string>()
  const latest = useRef<string>(undefined)
  const show = useCallback((key: string | undefined) => {
    latest.current = key
    setOpened(key)
  }, [])
  const open = useCallback(
    (key: string) => {
      if (key !== latest.current) leave(() => show(key))
    },
    [leave, show],
  )
  const close = useCallback(() => show(undefined), [show])
  return { opened, open, close }
}
