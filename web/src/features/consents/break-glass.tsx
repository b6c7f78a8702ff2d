import { useState } from 'react'
import { breakGlass } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Dialog, Form, TextArea } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'

/** A look behind what a client withholds, in an emergency: for a reason, for a quarter of an hour, and told on. */
export function BreakGlass({ client, isHidden = false }: { readonly client: string; readonly isHidden?: boolean }) {
  const say = useText()
  const isOnline = useOnline()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const close = () => setOpen(false)
  const command = useAct(breakGlass, say('privacy.glass-open'), close, () => {})
  return (
    <>
      <div className="row">
        {isHidden && <p className="hint">{say('privacy.glass-hidden')}</p>}
        <Button icon="lock" isDisabled={!isOnline} onClick={() => setOpen(true)}>
          {say('privacy.glass')}
        </Button>
      </div>
      <Dialog title={say('privacy.glass')} isOpen={isOpen} onClose={close} isFirm>
        <Form
          problem={command.problem}
          onSubmit={() => void command.run({ body: { client, reason: reason.trim() } })}
          label={say('privacy.glass')}
        >
          <p>{say('privacy.glass-why')}</p>
          <TextArea
            pointer="#/reason"
            label={say('privacy.glass-reason')}
            value={reason}
            maxLength={500}
            onChange={setReason}
          />
          <Actions>
            <Button type="submit" kind="danger" isBusy={command.isRunning} isDisabled={!isOnline}>
              {say('privacy.glass-do')}
            </Button>
            <Button onClick={close}>{say('common.cancel')}</Button>
          </Actions>
        </Form>
      </Dialog>
    </>
  )
}
