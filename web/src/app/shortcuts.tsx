import type { Permission } from '../../../shared/core/permissions.ts'
import { updateMe, useCommand } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { Dialog, Switch } from '../ui/index.ts'
import { useShortcutsOn } from './keys.ts'
import { useOnline } from './online.ts'
import { placesOf } from './places.ts'
import { useCan, useMe } from './session.tsx'

/** Keys in the order of the list, and what it takes to have a use for one: any of these. */
const listed: readonly (readonly [key: string, ...needs: Permission[]])[] = [
  ['j-k'],
  ['enter'],
  ['l', 'contacts:log'],
  ['n', 'contacts:log'],
  ['v', 'contacts:log'],
  ['c', 'referrals:accept'],
  ['p', 'prescriptions:propose'],
  ['e', 'clients:update', 'activities:write'],
  ['slash'],
  ['help'],
  ['esc'],
  ['ctrl-z'],
  ['ctrl-enter'],
  ['ctrl-k'],
]

/** The keys that somebody has a use for, and the switch for those that are one letter. */
export function Shortcuts({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const say = useText()
  const me = useMe()
  const can = useCan()
  const isOn = useShortcutsOn()
  const isOnline = useOnline()
  const remember = useCommand(updateMe)
  const mine = listed.filter(([, ...needs]) => needs.length === 0 || needs.some(can))
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
        <table className="table table-plain">
          <caption className="visually-hidden">{say('keys.title')}</caption>
          <tbody>
            {[
              ...mine.map(([key]) => [say(`keys.${key}.key`), say(`keys.${key}.does`)]),
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
