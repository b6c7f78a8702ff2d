import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useText } from '../i18n/index.ts'
import { plain } from '../i18n/plain.ts'
import { Dialog } from './dialog.tsx'
import { Icon, type IconName } from './icons.tsx'

export interface Command {
  readonly label: string
  /** Commands of one group stand together, under its name. */
  readonly group: string
  readonly icon: IconName
  /** The key that does the same. */
  readonly shortcut?: string | undefined
  readonly run: () => void
}

/**
 * Everything that can be done from here, found by a few letters: a field whose list follows what is typed, as the ARIA
 * practices have a combobox with a listbox. Arrows choose, Enter does it.
 */
export function Palette({
  commands,
  onPick,
  onClose,
}: {
  readonly commands: readonly Command[]
  readonly onPick: (command: Command) => void
  readonly onClose: () => void
}) {
  const say = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const words = plain(typed).split(/\s+/)
  const found = commands.filter(({ label }) => words.every((word) => plain(label).includes(word)))
  const active = found[at]
  const idOf = (command: Command) => `${id}-${commands.indexOf(command)}`
  const activeId = active && idOf(active)
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((at + step + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter' && active) onPick(active)
    else return
    event.preventDefault()
  }

  return (
    <Dialog title={say('palette.title')} isOpen onClose={onClose}>
      <div className="palette">
        <input
          type="text"
          role="combobox"
          className="search"
          autoComplete="off"
          aria-label={say('palette.field')}
          placeholder={say('palette.field')}
          aria-expanded={found.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          value={typed}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
        />
        <p className="visually-hidden" role="status">
          {typed && say('palette.count', { count: found.length })}
        </p>
        <div role="listbox" id={id} aria-label={say('palette.title')} className="palette-list">
          {Object.entries(Object.groupBy(found, ({ group }) => group)).map(([group, commands = []]) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields.
            <div key={group} role="group" aria-label={group}>
              <p className="nav-group" aria-hidden="true">
                {group}
              </p>
              {commands.map((command) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys for all of them.
                <div
                  key={command.label}
                  id={idOf(command)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={command === active}
                  className="palette-item"
                  onPointerMove={() => setAt(found.indexOf(command))}
                  onClick={() => onPick(command)}
                >
                  <Icon name={command.icon} /> <span>{command.label}</span>
                  {command.shortcut && <kbd>{command.shortcut}</kbd>}
                </div>
              ))}
            </div>
          ))}
        </div>
        {found.length === 0 && <p className="hint">{say('palette.none')}</p>}
      </div>
    </Dialog>
  )
}
