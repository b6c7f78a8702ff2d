import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { updateMe, useCommand } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { Dialog, isTyping, Switch } from '../ui/index.ts'
import { placesOf } from './places.ts'
import { useMe } from './session.tsx'

/** Whether single letters do something: a setting of each person's own (WCAG 2.1.4). */
export function useShortcutsOn(): boolean {
  return useMe().preferences?.shortcuts ?? true
}

/** Keys that work on every screen, and the list of all keys. */
export function Shortcuts({
  isHelpOpen,
  onHelp,
}: {
  readonly isHelpOpen: boolean
  readonly onHelp: (isOpen: boolean) => void
}) {
  const say = useText()
  const me = useMe()
  const isOn = useShortcutsOn()
  const navigate = useNavigate()
  const remember = useCommand(updateMe)
  const waiting = useRef(0)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '?') return onHelp(true)
      if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('main input[type="search"]')
        if (search) {
          event.preventDefault()
          search.focus()
        }
        return
      }
      const isSecond = Date.now() - waiting.current < 1_500
      waiting.current = event.key === 'g' ? Date.now() : 0
      const place = isSecond ? placesOf(me).find(({ letter }) => letter === event.key) : undefined
      if (place) {
        event.preventDefault()
        event.stopImmediatePropagation()
        void navigate({ to: place.to })
      }
    }
    addEventListener('keydown', onKey, { capture: true })
    return () => removeEventListener('keydown', onKey, { capture: true })
  }, [isOn, me, navigate, onHelp])

  const go = placesOf(me).filter(({ letter }) => letter)
  return (
    <Dialog title={say('keys.title')} isOpen={isHelpOpen} onClose={() => onHelp(false)}>
      <div className="stack">
        <Switch
          pointer="#/preferences/shortcuts"
          label={say('keys.on')}
          hint={say('keys.on-why')}
          isOn={isOn}
          onChange={(shortcuts) => void remember.run({ body: { preferences: { shortcuts } } })}
        />
        <table className="table">
          <caption className="visually-hidden">{say('keys.title')}</caption>
          <tbody>
            {[
              ...['j-k', 'enter', 'l', 'n', 'v', 'c', 'p', 'slash', 'help', 'esc', 'ctrl-z', 'ctrl-enter'].map(
                (key) => [say(`keys.${key}.key`), say(`keys.${key}.does`)],
              ),
              ...go.map(({ letter = '', key }) => [`G ${letter.toUpperCase()}`, say(`nav.${key}`)]),
            ].map(([key, does]) => (
              <tr key={key}>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}
