import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useText } from '../i18n/index.ts'
import { IconButton } from './button.tsx'
import { useLeave } from './unsaved.ts'

/**
 * More about a row, beside its list. Takes the focus; Escape or closing gives it back to the row, once it is sure that
 * nothing half written is lost.
 */
export function Panel({
  title,
  onClose,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const say = useText()
  const panel = useRef<HTMLElement>(null)
  const leave = useLeave()
  const close = () => leave(onClose, panel.current)

  useLayoutEffect(() => {
    const row = document.activeElement
    const element = panel.current
    element?.focus({ preventScroll: true })
    // Where it is above its list, the list may have been scrolled away from it.
    if ((element?.getBoundingClientRect().top ?? 0) < 0) element?.scrollIntoView()
    return () => {
      // Unless somebody has moved on: the focus would be gone with the panel.
      if (element?.contains(document.activeElement) && row instanceof HTMLElement) row.focus()
    }
  }, [])

  return (
    <aside
      ref={panel}
      className="panel"
      tabIndex={-1}
      aria-label={title}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      <header className="panel-header">
        <h2>{title}</h2>
        <IconButton icon="close" label={say('common.close')} onClick={close} />
      </header>
      {children}
    </aside>
  )
}
