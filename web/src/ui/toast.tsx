import { Notifications, notifications } from '@mantine/notifications'
import { useText } from '../i18n/index.ts'
import { Button } from './button.tsx'

const undoMs = 8_000

export interface Toast {
  readonly text: string
  readonly kind?: 'done' | 'failed'
  /** Offered for eight seconds. */
  readonly undo?: () => void
}

/** Tells what was done, for a moment, and to who listens. */
export function useToast(): (toast: Toast) => void {
  const say = useText()
  return ({ text, kind = 'done', undo }) => {
    const id = crypto.randomUUID()
    notifications.show({
      id,
      autoClose: undoMs,
      className: `toast toast-${kind}`,
      role: kind === 'done' ? 'status' : 'alert',
      closeButtonProps: { 'aria-label': say('common.close') },
      message: (
        <div className="toast-line">
          <span>{text}</span>
          {undo && (
            <Button
              size="small"
              kind="secondary"
              icon="undo"
              onClick={() => {
                notifications.hide(id)
                undo()
              }}
            >
              {say('common.undo')}
            </Button>
          )}
        </div>
      ),
    })
  }
}

/** Where toasts appear. Once a page. */
export function Toasts() {
  return <Notifications position="bottom-right" transitionDuration={0} limit={3} />
}
