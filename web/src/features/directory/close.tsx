import { useState } from 'react'
import { closeActivity, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Banner, Button, Dialog, useToast } from '../../ui/index.ts'
import type { Activity } from '../activities/activity.ts'

/** Closes a listing for good, once asked whether that is meant. */
export function Close({ activity: { id, version, name } }: { readonly activity: Activity }) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const [isOpen, setOpen] = useState(false)
  const close = useCommand(closeActivity, {
    onDone: () => {
      setOpen(false)
      toast({ text: say('directory.closed') })
    },
  })
  return (
    <div className="close-activity">
      <Button kind="danger" isDisabled={!isOnline} onClick={() => setOpen(true)}>
        {say('directory.close')}
      </Button>
      <Dialog
        title={say('directory.close-ask', { activity: inLocale(name, say.locale) })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        isFirm
      >
        <div className="stack">
          <p>{say('directory.close-why')}</p>
          {close.problem && (
            <Banner
              kind="error"
              title={close.problem.code === 'precondition-failed' ? say('common.changed') : close.problem.detail}
            />
          )}
          <div className="actions">
            <Button
              kind="danger"
              isBusy={close.isRunning}
              isDisabled={!isOnline}
              onClick={() => void close.run({ params: { activity: id }, ifMatch: version })}
            >
              {say('directory.close')}
            </Button>
            <Button onClick={() => setOpen(false)}>{say('common.cancel')}</Button>
          </div>
        </div>
      </Dialog>
    </div>
  )
}
