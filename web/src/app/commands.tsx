import { useNavigate } from '@tanstack/react-router'
import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Text, useText } from '../i18n/index.ts'
import { type Command, Palette } from '../ui/index.ts'
import { useShortcutsOn } from './keys.ts'
import { placesOf } from './places.ts'
import { useCan, useMe } from './session.tsx'

/** What is offered on the screen now, and where its person can go. */
export function Commands({ onHelp, onClose }: { readonly onHelp: () => void; readonly onClose: () => void }) {
  const say = useText()
  const me = useMe()
  const can = useCan()
  const isOn = useShortcutsOn()
  const navigate = useNavigate()
  const key = (shortcut: string | undefined) => (isOn && shortcut ? { shortcut } : {})
  const [here, setHere] = useState<readonly Command[]>([])
  useLayoutEffect(() => setHere(commandsHere(say)), [say])
  const group = say('palette.go')
  const places = placesOf(me).map(({ to, key: name, icon, letter }): Command => {
    const label = say(`nav.${name}`)
    return { label, group, icon, ...key(letter && `G ${letter.toUpperCase()}`), run: () => void navigate({ to }) }
  })
  const find: Command = {
    label: say('palette.find'),
    group,
    icon: 'search',
    run: () => void navigate({ to: '/clients' }),
  }
  const own: readonly Command[] = [
    { label: say('nav.settings'), group, icon: 'settings', run: () => void navigate({ to: '/settings' }) },
    { label: say('nav.shortcuts'), group, icon: 'list', ...key('?'), run: onHelp },
  ]
  return (
    <Palette
      commands={[...here, ...(can('clients:search') ? [find] : []), ...places, ...own]}
      onClose={onClose}
      onPick={({ run }) => {
        // Nothing behind a dialog can have the focus.
        flushSync(onClose)
        run()
      }}
    />
  )
}

const offered = 'main :is(.page-actions, .panel, .tabs) :is(.button, .button-link, .tab):not(:disabled, .button-icon)'

/** The actions of a screen are its buttons: what is offered there, and nothing that is not. */
function commandsHere(say: Text): readonly Command[] {
  const group = say('palette.here')
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  const buttons = [...document.querySelectorAll<HTMLElement>(offered)].filter(
    (button) => button.checkVisibility() && button.closest('form') === null,
  )
  const commands = buttons.map((button): Command => {
    const label =
      button.ariaLabel ??
      [...button.childNodes]
        .map(({ textContent }) => textContent?.trim())
        .join(' ')
        .trim()
    const shortcut = button.ariaKeyShortcuts ?? undefined
    return { label, group, icon: 'arrow', shortcut, run: () => press(button) }
  })
  const all: readonly Command[] = [
    ...(field ? [{ label: say('palette.search'), group, icon: 'search', run: () => field.focus() } as const] : []),
    ...commands,
  ]
  return all.filter(({ label }, index) => all.findIndex((other) => other.label === label) === index)
}

/** As if somebody had gone there: a dialog that it opens gives the focus back to it. */
function press(button: HTMLElement): void {
  button.focus()
  button.click()
}
