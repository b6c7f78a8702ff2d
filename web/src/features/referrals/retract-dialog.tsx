import { useState } from 'react'
import type { Input, Operation, OperationId } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Banner, Button, Dialog, Form, TextArea } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'
import type { Seen } from './endings.ts'

/** Marks something as entered in error: it stays on the record, with the reason, and counts for nothing. */
export function RetractDialog<K extends OperationId>({
  operation,
  seen,
  onClose,
}: {
  readonly operation: Operation<K>
  readonly seen: Seen
  readonly onClose: () => void
}) {
  const say = useText()
  const isOnline = useOnline()
  const [words, setWords] = useState('')
  const retract = useAct(operation, say('client.retracted'), onClose, () => {})
  return (
    <Dialog title={say('client.retract')} isOpen onClose={onClose} isFirm>
      <Form
        problem={retract.problem}
        label={say('client.retract')}
        onSubmit={() => void retract.run({ ...seen, body: { words: words.trim() } } as unknown as Input<K>)}
      >
        <p>{say('client.retract-why')}</p>
        {retract.problem?.code === 'precondition-failed' && <Banner kind="warning" title={say('common.changed')} />}
        <TextArea
          pointer="#/words"
          label={say('client.retract-words')}
          value={words}
          maxLength={500}
          onChange={setWords}
        />
        <Actions>
          <Button type="submit" kind="danger" isBusy={retract.isRunning} isDisabled={!isOnline}>
            {say('client.retract')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
