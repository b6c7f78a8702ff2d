import { useState } from 'react'
import { contactChannels, contactResults } from '../../../../shared/core/codes.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { addDays } from '../../../../shared/i18n/formats.ts'
import { type Input, logContact, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import {
  Actions,
  Button,
  Checkbox,
  ChipsField,
  Form,
  SelectField,
  TextArea,
  TextField,
  useFirstField,
  useToast,
} from '../../ui/index.ts'

type Body = Input<'logContact'>['body']

const later = [2, 7, 14] as const

/** A contact in a few clicks: what came of it, what was said, when next. */
export function LogContact({
  referral,
  onDone,
  onCancel,
}: {
  readonly referral: string
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const say = useText()
  const toast = useToast()
  const today = useToday()
  const isOnline = useOnline()
  const [result, setResult] = useState<Body['result']>('reached')
  const [channel, setChannel] = useState<Body['channel']>('phone')
  const [note, setNote] = useState('')
  const [minutes, setMinutes] = useState('')
  const [next, setNext] = useState('')
  const [isTogether, setTogether] = useState(false)
  const command = useCommand(logContact, {
    onDone: () => {
      toast({ text: say('contacts.logged') })
      onDone()
    },
  })

  // What came of it is most often the first choice: what was said is next.
  useFirstField('#/note')

  function submit() {
    void command.run({
      params: { referral },
      body: {
        channel,
        result,
        writtenTogether: isTogether,
        ...(note.trim() && { note: note.trim() }),
        ...(minutes && { minutes: Number(minutes) }),
        ...(next && { nextActionOn: next }),
      },
    })
  }

  return (
    <Form onSubmit={submit} problem={command.problem} label={say('contacts.log')}>
      <ChipsField
        pointer="#/result"
        label={say('contacts.result')}
        isSingle
        value={[result]}
        onChange={([picked = result]) => setResult(picked)}
        choices={contactResults.map((value) => ({ value, label: capital(say(`word.${value}`)) }))}
      />
      <TextArea
        pointer="#/note"
        label={say('contacts.note')}
        hint={say('contacts.note-why')}
        isOptional
        value={note}
        maxLength={4000}
        onChange={setNote}
      />
      <ChipsField
        pointer="#/later"
        label={say('contacts.next')}
        isOptional
        isSingle
        value={later.filter((days) => next === addDays(today, days)).map(String)}
        onChange={([days]) => setNext(days ? addDays(today, Number(days)) : '')}
        choices={later.map((days) => ({ value: String(days), label: say('contacts.in-days', { count: days }) }))}
      />
      <details>
        <summary>{say('contacts.more')}</summary>
        <div className="stack details-body">
          <TextField
            pointer="#/nextActionOn"
            type="date"
            width="short"
            label={say('contacts.next-on')}
            isOptional
            min={today}
            value={next}
            onChange={setNext}
          />
          <SelectField
            pointer="#/channel"
            label={say('contacts.channel')}
            value={channel}
            onChange={setChannel}
            choices={contactChannels.map((value) => ({ value, label: capital(say(`word.${value}`)) }))}
          />
          <TextField
            pointer="#/minutes"
            type="number"
            inputMode="numeric"
            min={0}
            max={600}
            width="short"
            label={say('contacts.minutes')}
            isOptional
            value={minutes}
            onChange={setMinutes}
          />
          <Checkbox
            pointer="#/writtenTogether"
            label={say('contacts.together')}
            isChecked={isTogether}
            onChange={setTogether}
          />
        </div>
      </details>
      <Actions>
        <Button type="submit" kind="primary" isBusy={command.isRunning} isDisabled={!isOnline}>
          {say('common.save')}
        </Button>
        <Button onClick={onCancel}>{say('common.cancel')}</Button>
      </Actions>
    </Form>
  )
}
