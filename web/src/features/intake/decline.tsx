import { useState } from 'react'
import { rejectedReasons } from '../../../../shared/core/codes.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { rejectReferral, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Dialog, Form, RadioField, TextArea, useToast } from '../../ui/index.ts'
import type { Task } from '../today/rows.ts'

type Reason = (typeof rejectedReasons)[number]

/** Declines a referral for a reason, which the prescriber hears. */
export function Decline({
  task,
  isOpen,
  onClose,
  onDone,
}: {
  readonly task: Task
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const [code, setCode] = useState<Reason | ''>('')
  const [words, setWords] = useState('')
  const command = useCommand(rejectReferral, {
    onDone: () => {
      toast({ text: say('intake.declined') })
      onDone()
    },
  })
  const submit = () => {
    if (code === '') return
    const reason = { code, ...(words.trim() && { words: words.trim() }) }
    void command.run({ params: { referral: task.subject }, body: { reason }, ifMatch: task.subjectVersion })
  }
  return (
    <Dialog title={say('intake.decline-title')} isOpen={isOpen} onClose={onClose}>
      <Form onSubmit={submit} problem={command.problem} label={say('intake.decline-title')}>
        <p>
          <strong>{task.clientName}</strong>
        </p>
        <p>{say('intake.decline-why')}</p>
        <RadioField
          pointer="#/reason/code"
          label={say('intake.reason')}
          value={code}
          onChange={setCode}
          choices={rejectedReasons.map((value) => ({ value, label: capital(say(`code.rejected.${value}`)) }))}
        />
        <TextArea
          pointer="#/reason/words"
          label={say('intake.words')}
          isOptional={code !== 'other'}
          value={words}
          maxLength={500}
          onChange={setWords}
        />
        <Actions>
          <Button type="submit" kind="danger" isBusy={command.isRunning} isDisabled={!isOnline || code === ''}>
            {say('intake.decline')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
