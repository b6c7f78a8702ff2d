import { useState } from 'react'
import { cancelledReasons } from '../../../../shared/core/codes.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { cancelReferral, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Dialog, Form, RadioField, TextArea, useToast } from '../../ui/index.ts'
import type { Row } from './rows.ts'

/** Ends a referral, with the reason that the navigator and the figures will have. */
export function CancelReferral({
  row: { id, version, clientName },
  isOpen,
  onClose,
}: {
  readonly row: Row
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const [code, setCode] = useState<(typeof cancelledReasons)[number] | ''>('')
  const [words, setWords] = useState('')
  const [isMissing, setMissing] = useState(false)
  const command = useCommand(cancelReferral, {
    onDone: () => {
      toast({ text: say('referrals.cancelled') })
      onClose()
    },
  })

  function submit() {
    setMissing(code === '')
    if (code === '') return
    const reason = { code, ...(words.trim() && { words: words.trim() }) }
    void command.run({ params: { referral: id }, body: { reason }, ifMatch: version })
  }

  return (
    <Dialog title={say('referrals.cancel')} isOpen={isOpen} onClose={onClose} isFirm>
      <Form
        onSubmit={submit}
        problem={command.problem}
        faults={isMissing ? [{ pointer: '#/reason/code', detail: say('referrals.cancel-needs') }] : []}
        label={say('referrals.cancel')}
      >
        <p>
          <strong>{clientName}</strong>
        </p>
        <RadioField
          pointer="#/reason/code"
          label={say('field.reason')}
          hint={say('referrals.cancel-why')}
          value={code}
          onChange={(picked) => {
            setMissing(false)
            setCode(picked)
          }}
          choices={cancelledReasons.map((value) => ({ value, label: capital(say(`code.cancelled.${value}`)) }))}
        />
        <TextArea
          pointer="#/reason/words"
          label={say('care.words')}
          isOptional={code !== 'other'}
          rows={2}
          maxLength={500}
          value={words}
          onChange={setWords}
        />
        <Actions>
          <Button type="submit" kind="danger" isBusy={command.isRunning} isDisabled={!isOnline}>
            {say('referrals.cancel')}
          </Button>
          <Button onClick={onClose}>{say('common.back')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
