import { useState } from 'react'
import { breakGlass } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'
import { WordsDialog } from '../clients/words-dialog.tsx'

/** A look behind what a client withholds, in an emergency: for a reason, for a quarter of an hour, and told on. */
export function BreakGlass({ client, isHidden = false }: { readonly client: string; readonly isHidden?: boolean }) {
  const say = useText()
  const isOnline = useOnline()
  const [isOpen, setOpen] = useState(false)
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
      {isOpen && (
        <WordsDialog
          title={say('privacy.glass')}
          why={say('privacy.glass-why')}
          pointer="#/reason"
          label={say('privacy.glass-reason')}
          maxLength={500}
          action={say('privacy.glass-do')}
          isDanger
          command={command}
          onSend={(reason) => void command.run({ body: { client, reason } })}
          onClose={close}
        />
      )}
    </>
  )
}
