import { useState } from 'react'
import { attachStatement } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Dialog, Form, TextArea } from '../../ui/index.ts'
import { useAct } from './use-act.ts'

/** What the client holds against what is on record, in their own words. */
export function AttachStatement({ client, onClose }: { readonly client: string; readonly onClose: () => void }) {
  const say = useText()
  const isOnline = useOnline()
  const [words, setWords] = useState('')
  const attach = useAct(attachStatement, say('client.attached'), onClose, () => {})
  return (
    <Dialog title={say('client.attach')} isOpen onClose={onClose} isFirm>
      <Form
        problem={attach.problem}
        label={say('client.attach')}
        onSubmit={() => void attach.run({ params: { client }, body: { words: words.trim() } })}
      >
        <TextArea
          pointer="#/words"
          label={say('client.attach-words')}
          hint={say('client.attach-why')}
          rows={5}
          value={words}
          maxLength={4000}
          onChange={setWords}
        />
        <Actions>
          <Button type="submit" kind="primary" isBusy={attach.isRunning} isDisabled={!isOnline}>
            {say('common.save')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
