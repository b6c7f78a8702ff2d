import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { useText } from '../i18n/index.ts'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icons.tsx'
import { isTyping } from './typing.ts'

/** How long a toast stays, and with it the chance to undo. */
const shownMs = 8_000
const mostShown = 3

export interface Toast {
  readonly text: string
  readonly kind?: 'done' | 'failed'
  readonly undo?: () => void
  /** Sends again what nobody answered. */
  readonly retry?: () => void
}

type Shown = Toast & { readonly id: number }

const Show = createContext<(toast: Toast) => void>(() => {})

/** Tells what was done, for a moment, and to who listens. */
export function useToast(): (toast: Toast) => void {
  return useContext(Show)
}

/** Where toasts appear: around everything that shows them, so that they outlive the screen they come from. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const show = useCallback((toast: Toast) => {
    setShown((before) => [...before, { ...toast, id: (before.at(-1)?.id ?? 0) + 1 }].slice(-mostShown))
  }, [])
  const hide = useCallback((id: number) => setShown((before) => before.filter((toast) => toast.id !== id)), [])
  useUndoKey(shown, hide)
  return (
    <Show value={show}>
      {children}
      <section className="toasts" aria-live="polite" aria-relevant="additions">
        {shown.map((toast) => (
          <OneToast key={toast.id} toast={toast} onHide={hide} />
        ))}
      </section>
    </Show>
  )
}

/** Ctrl+Z takes back what was done last, unless somebody types: there it is for what they typed. */
function useUndoKey(shown: readonly Shown[], hide: (id: number) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      const last = shown.findLast(({ undo }) => undo)
      if (!isUndo || isTyping(event.target) || last === undefined) return
      event.preventDefault()
      hide(last.id)
      last.undo?.()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [shown, hide])
}

/** Stays for as long as somebody points at it or is in it. */
function OneToast({ toast, onHide }: { readonly toast: Shown; readonly onHide: (id: number) => void }) {
  const say = useText()
  const [isHeld, setHeld] = useState(false)
  const { id, text, kind = 'done', undo, retry } = toast
  const act = (what: () => void) => () => {
    onHide(id)
    what()
  }

  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => onHide(id), shownMs)
    return () => clearTimeout(timer)
  }, [id, isHeld, onHide])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it changes nothing but how long it stays.
    <div
      className={`toast toast-${kind}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={kind === 'done' ? 'check' : 'alert'} />
      <span>{text}</span>
      {undo && (
        <Button size="small" icon="undo" shortcut="Control+Z" onClick={act(undo)}>
          {say('common.undo')}
        </Button>
      )}
      {retry && (
        <Button size="small" onClick={act(retry)}>
          {say('common.retry')}
        </Button>
      )}
      <IconButton icon="close" label={say('common.close')} onClick={() => onHide(id)} />
    </div>
  )
}
