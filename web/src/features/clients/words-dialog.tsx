import { useState } from 'react'
import type { Problem } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Banner, Button, Dialog, Form, TextArea } from '../../ui/index.ts'

/** Asks for a few words before one thing is done with them: a reason, or what somebody says. */
export function WordsDialog({
  title,
  why,
  pointer,
  label,
  hint,
  rows,
  maxLength,
  action,
  isDanger = false,
  command: { problem, isRunning },
  onSend,
  onClose,
}: {
  readonly title: string
  /** What happens then. */
  readonly why?: string
  readonly pointer: string
  readonly label: string
  readonly hint?: string
  readonly rows?: number
  readonly maxLength: number
  /** What the button says. */
  readonly action: string
  readonly isDanger?: boolean
  readonly command: { readonly problem: Problem | undefined; readonly isRunning: boolean }
  readonly onSend: (words: string) => void
  readonly onClose: () => void
}) {
  const say = useText()
  const isOnline = useOnline()
  const [words, setWords] = useState('')
  return (
    <Dialog title={title} isOpen onClose={onClose} isFirm>
      <Form problem={problem} label={title} onSubmit={() => onSend(words.trim())}>
        {why && <p>{why}</p>}
        {problem?.code === 'precondition-failed' && <Banner kind="warning" title={say('common.changed')} />}
        <TextArea
          pointer={pointer}
          label={label}
          {...(hint && { hint })}
          {...(rows && { rows })}
          value={words}
          maxLength={maxLength}
          onChange={setWords}
        />
        <Actions>
          <Button type="submit" kind={isDanger ? 'danger' : 'primary'} isBusy={isRunning} isDisabled={!isOnline}>
            {action}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
