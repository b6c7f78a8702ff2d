import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { addDays } from '../../../../shared/i18n/formats.ts'
import { useOnline } from '../../app/online.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Dialog, Form, RadioField, TextArea, TextField } from '../../ui/index.ts'
import type { Ending } from './endings.ts'

const usualPauseDays = 14

/** How and why something stops: the confirmation, and the reason that the figures count. */
export function EndingDialog({
  title,
  intro,
  endings,
  onClose,
}: {
  readonly title: string
  readonly intro?: string | undefined
  readonly endings: readonly Ending[]
  readonly onClose: () => void
}) {
  const say = useText()
  const today = useToday()
  const isOnline = useOnline()
  const [kind, setKind] = useState<string>(endings.length === 1 ? (endings[0]?.kind ?? '') : '')
  const [code, setCode] = useState('')
  const [words, setWords] = useState('')
  const [until, setUntil] = useState(addDays(today, usualPauseDays))
  const [isMissing, setMissing] = useState(false)
  const ending = endings.find((each) => each.kind === kind)
  const problem = endings.find((each) => each.problem)?.problem
  const missing = ending ? (code ? [] : [['#/reason/code', 'care.why']]) : [['#/kind', 'care.how-ended']]

  function submit() {
    setMissing(missing.length > 0)
    if (missing.length > 0) return
    ending?.send({ code, ...(words.trim() && { words: words.trim() }) }, until)
  }

  return (
    <Dialog title={title} isOpen onClose={onClose} isFirm size="lg">
      <Form
        onSubmit={submit}
        problem={problem}
        label={title}
        faults={
          isMissing
            ? missing.map(([pointer = '', key = '']) => ({
                pointer,
                detail: say('common.required', { field: say(key) }),
              }))
            : []
        }
      >
        {intro && <p>{intro}</p>}
        {endings.length > 1 && (
          <RadioField
            pointer="#/kind"
            label={say('care.how-ended')}
            value={kind}
            onChange={(next) => {
              setKind(next)
              setCode('')
            }}
            choices={endings.map((each) => ({ value: each.kind, label: say(`care.ending.${each.kind}`) }))}
          />
        )}
        {ending && (
          <RadioField
            key={kind}
            pointer="#/reason/code"
            label={say('care.why')}
            value={code}
            onChange={setCode}
            choices={ending.reasons.map((value) => ({ value, label: capital(say(`code.${kind}.${value}`)) }))}
          />
        )}
        {ending?.kind === 'on-hold' && (
          <TextField
            pointer="#/nextActionOn"
            type="date"
            width="short"
            label={say('care.until')}
            min={today}
            value={until}
            onChange={setUntil}
          />
        )}
        {ending && (
          <TextArea
            pointer="#/reason/words"
            label={say('care.words')}
            isOptional={code !== 'other'}
            value={words}
            maxLength={500}
            rows={2}
            onChange={setWords}
          />
        )}
        <Actions>
          <Button type="submit" kind="primary" isBusy={endings.some((each) => each.isRunning)} isDisabled={!isOnline}>
            {title}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
