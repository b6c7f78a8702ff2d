import { updateMe, useCommand } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { Dialog, Switch } from '../ui/index.ts'
import { useShortcutsOn } from './keys.ts'
import { useOnline } from './online.ts'
import { placesOf } from './places.ts'
import { useMe } from './session.tsx'

const listed = [
  'j-k',
  'enter',
  'l',
  'n',
  'v',
  'c',
  'p',
  'e',
  'slash',
  'help',
  'esc',
  'ctrl-z',
  'ctrl-enter',
  'ctrl-k',
] as const

/** All keys, and the switch for those that are one letter. */
export function Shortcuts({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const say = useText()
  const me = useMe()
  const isOn = useShortcutsOn()
  const isOnline = useOnline()
  const remember = useCommand(updateMe)
  const go = placesOf(me).filter(({ letter }) => letter)
  return (
    <Dialog title={say('keys.title')} isOpen={isOpen} onClose={onClose}>
      <div className="stack">
        <Switch
          pointer="#/preferences/shortcuts"
          label={say('keys.on')}
          hint={say('keys.on-why')}
          isOn={isOn}
          isDisabled={!isOnline}
          onChange={(shortcuts) => void remember.run({ body: { preferences: { shortcuts } } })}
        />
        <table className="table">
          <caption className="visually-hidden">{say('keys.title')}</caption>
          <tbody>
            {[
              ...listed.map((key) => [say(`keys.${key}.key`), say(`keys.${key}.does`)]),
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
