import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useText } from '../i18n/index.ts'
import { IconButton } from './button.tsx'
import { useLeave } from './unsaved.ts'

const fields = '[role="combobox"], form :is(input, textarea, select, .chip):not(:disabled)'

/**
 * Something to answer before going on, as the browser itself does it: focus goes in, to the first field if there is one,
 * stays in and returns, Escape closes, and the page behind can neither be reached nor heard. What was typed in it is not
 * lost by closing it before somebody has said so.
 */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  size = 'md',
  isFirm = false,
}: {
  readonly title: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly size?: 'md' | 'lg' | 'xl'
  /** A stray click outside does not close it. */
  readonly isFirm?: boolean
}) {
  if (!isOpen) return null
  return (
    <OpenDialog title={title} onClose={onClose} size={size} isFirm={isFirm}>
      {children}
    </OpenDialog>
  )
}

function OpenDialog({
  title,
  onClose,
  children,
  size,
  isFirm,
}: {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  readonly size: string
  readonly isFirm: boolean
}) {
  const say = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const leave = useLeave()
  const close = () => leave(onClose, dialog.current)

  // Closing gives the focus back by itself, if it happens before the dialog has left the page.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    element?.querySelector<HTMLElement>(fields)?.focus()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // It closes the dialog alone, not what is around it; and not by itself, which a browser does at the second time.
        event.stopPropagation()
        event.preventDefault()
        close()
      }}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => {
        if (!isFirm && event.target === dialog.current) close()
      }}
    >
      <div className="dialog-body">
        <header className="panel-header">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={say('common.close')} onClick={close} />
        </header>
        {children}
      </div>
    </dialog>
  )
}
