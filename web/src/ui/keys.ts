import { createContext, useContext } from 'react'

/** Whether single letters do something on this page. */
export const KeysOn = createContext(true)

/** What tells of a key: to who listens, on pointing, and to the key itself, which presses whatever bears it. */
export function useShortcut(shortcut: string | undefined): { 'aria-keyshortcuts'?: string; title?: string } {
  const isOn = useContext(KeysOn)
  if (shortcut === undefined || (shortcut.length === 1 && !isOn)) return {}
  return { 'aria-keyshortcuts': shortcut, title: shortcut.replace('Control', 'Ctrl') }
}
