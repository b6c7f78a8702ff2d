import { useEffect, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import type { IconName } from './icons.tsx'

export interface MenuItem {
  readonly label: string
  readonly onClick: () => void
  readonly isDisabled?: boolean
}

/**
 * A few things to do, behind one button: a disclosure, so that Tab goes through it as through everything else. Escape, or
 * going elsewhere, closes it.
 */
export function Menu({
  label,
  items,
  icon,
  kind = 'secondary',
  size = 'normal',
}: {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly icon?: IconName
  readonly kind?: 'secondary' | 'quiet'
  readonly size?: 'small' | 'normal'
}) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', closeOutside)
    addEventListener('focusin', closeOutside)
    return () => {
      removeEventListener('pointerdown', closeOutside)
      removeEventListener('focusin', closeOutside)
    }
  }, [isOpen])

  function pick(onClick: () => void) {
    setOpen(false)
    button.current?.focus()
    onClick()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works on whatever inside has the focus.
    <div
      ref={menu}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <Button
        ref={button}
        kind={kind}
        size={size}
        {...(icon && { icon })}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </Button>
      <ul id={id} className="menu-items" hidden={!isOpen}>
        {items.map(({ label, onClick, isDisabled = false }) => (
          <li key={label}>
            <button type="button" disabled={isDisabled} onClick={() => pick(onClick)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
