import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useText } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { forgetUnsaved, hasUnsaved, LeaveContext } from './unsaved.ts'

const ringingMs = 1_000

interface Question {
  readonly within: Element
  readonly onLeave: () => void
  readonly onStay?: () => void
}

/**
 * Around all that people type in. Whatever would lose what they typed and did not save asks first: another screen, the
 * window's closing, another row, Escape and the cross of a dialog or a panel. “Cancel” does what it says.
 */
export function Leaving({
  isOver,
  children,
}: {
  /** Nobody could save it any more: nothing is asked. */
  readonly isOver: boolean
  readonly children: ReactNode
}) {
  const [question, setQuestion] = useState<Question>()
  const ask = useCallback(
    (onLeave: () => void, within: Element = document.documentElement, onStay?: () => void) => {
      if (isOver || !hasUnsaved(within)) return onLeave()
      setQuestion({ within, onLeave, ...(onStay && { onStay }) })
    },
    [isOver],
  )
  const cameBack = useRef<() => void>(undefined)
  const leave = useCallback((go: () => void, within?: Element | null) => ask(go, within ?? undefined), [ask])

  const shouldBlockFn = useCallback(
    ({ current, next }: { current: { pathname: string }; next: { pathname: string } }) => {
      if (current.pathname === next.pathname) {
        cameBack.current?.()
        return false
      }
      return new Promise<boolean>((resolve) => {
        const settle = (isBlocked: boolean) => {
          cameBack.current = undefined
          resolve(isBlocked)
        }
        // The browser's own way forward after its way back: nothing is left to be asked, and nothing to be undone.
        cameBack.current = () => {
          setQuestion(undefined)
          settle(false)
        }
        ask(
          () => settle(false),
          undefined,
          () => settle(true),
        )
      })
    },
    [ask],
  )
  const isRinging = useRinging()
  const enableBeforeUnload = useCallback(() => !isOver && !isRinging() && hasUnsaved(), [isOver, isRinging])
  useBlocker({ shouldBlockFn, enableBeforeUnload })

  function answer(onAnswer: (asked: Question) => void) {
    if (question === undefined) return
    // The focus is back where it was before anything there goes away.
    flushSync(() => setQuestion(undefined))
    onAnswer(question)
  }

  return (
    <LeaveContext value={leave}>
      {children}
      {question && (
        <Asked
          onStay={() => answer(({ onStay }) => onStay?.())}
          onLeave={() =>
            answer(({ within, onLeave }) => {
              forgetUnsaved(within)
              onLeave()
            })
          }
        />
      )}
    </LeaveContext>
  )
}

/** Whether a telephone number or an address was clicked just now: a browser takes that for leaving, and it is not. */
function useRinging(): () => boolean {
  const rangAt = useRef(0)
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a[href^="tel:"], a[href^="mailto:"]'))
        rangAt.current = Date.now()
    }
    addEventListener('click', onClick, { capture: true })
    return () => removeEventListener('click', onClick, { capture: true })
  }, [])
  return useCallback(() => Date.now() - rangAt.current < ringingMs, [])
}

function Asked({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const say = useText()
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => stay.current?.focus(), [])
  return (
    <Dialog title={say('common.leave')} isOpen onClose={onStay} isFirm>
      <p>{say('common.leave-why')}</p>
      <div className="actions">
        <Button ref={stay} kind="primary" onClick={onStay}>
          {say('common.stay')}
        </Button>
        <Button kind="danger" onClick={onLeave}>
          {say('common.leave-do')}
        </Button>
      </div>
    </Dialog>
  )
}
