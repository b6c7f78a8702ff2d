import type { Input, Operation, OperationId } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { useAct } from '../clients/use-act.ts'
import { WordsDialog } from '../clients/words-dialog.tsx'
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
  const retract = useAct(operation, say('client.retracted'), onClose, () => {})
  return (
    <WordsDialog
      title={say('client.retract')}
      why={say('client.retract-why')}
      pointer="#/words"
      label={say('client.retract-words')}
      maxLength={500}
      action={say('client.retract-do')}
      isDanger
      command={retract}
      onSend={(words) => void retract.run({ ...seen, body: { words } } as unknown as Input<K>)}
      onClose={onClose}
    />
  )
}
