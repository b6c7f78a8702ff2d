import { attachStatement } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { useAct } from './use-act.ts'
import { WordsDialog } from './words-dialog.tsx'

/** What the client holds against what is on record, in their own words. */
export function AttachStatement({ client, onClose }: { readonly client: string; readonly onClose: () => void }) {
  const say = useText()
  const attach = useAct(attachStatement, say('client.attached'), onClose, () => {})
  return (
    <WordsDialog
      title={say('client.attach')}
      pointer="#/words"
      label={say('client.attach-words')}
      hint={say('client.attach-why')}
      rows={5}
      maxLength={4000}
      action={say('common.save')}
      command={attach}
      onSend={(words) => void attach.run({ params: { client }, body: { words } })}
      onClose={onClose}
    />
  )
}
