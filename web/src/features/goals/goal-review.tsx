import { useState } from 'react'
import { getGoal, read, reviewGoal } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useTheirs } from '../../app/use-theirs.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Conflict, Form, RadioField, TextArea } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'
import type { Goal } from './goal-dialog.tsx'

type Level = NonNullable<Goal['level']>

const levels: readonly Level[] = [2, 1, 0, -1, -2]

/** A look back at a goal with the client: how far it has come, by the client's own reckoning. */
export function GoalReview({ goal, onClose }: { readonly goal: Goal; readonly onClose: () => void }) {
  const say = useText()
  const isOnline = useOnline()
  const [level, setLevel] = useState('')
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const review = useAct(reviewGoal, say('goals.reviewed'), onClose, () => {})
  const theirs = useTheirs(read(getGoal, { params: { goal: goal.id } }), review.problem)

  function save(on: Goal) {
    setMissing(level === '')
    if (level === '') return
    void review.run({
      params: { goal: on.id },
      body: { level: Number(level) as Level, ...(note.trim() && { note: note.trim() }) },
      ifMatch: on.version,
    })
  }

  const missing = isMissing
    ? [{ pointer: '#/level', detail: say('common.required', { field: say('goals.how-far') }) }]
    : []
  const latest = theirs?.reviews.at(-1)
  return (
    <Form onSubmit={() => save(goal)} problem={review.problem} isCompared faults={missing} label={say('goals.review')}>
      <p className="quote">{say('goals.quote', { words: goal.words })}</p>
      <RadioField
        pointer="#/level"
        label={say('goals.how-far')}
        value={level}
        onChange={setLevel}
        choices={levels.map((value) => ({ value: String(value), label: say(`goals.level.${value}`) }))}
      />
      <TextArea
        pointer="#/note"
        label={say('contacts.note')}
        isOptional
        value={note}
        maxLength={500}
        onChange={setNote}
      />
      <Actions>
        <Button type="submit" kind="primary" isBusy={review.isRunning} isDisabled={!isOnline}>
          {say('common.save')}
        </Button>
        <Button onClick={onClose}>{say('common.cancel')}</Button>
      </Actions>
      {theirs && (
        <Conflict
          isOpen
          fields={[
            { label: say('goals.words'), mine: goal.words, theirs: theirs.words },
            {
              label: say('goals.how-far'),
              mine: say(`goals.level.${level}`),
              theirs: latest ? say(`goals.level.${latest.level}`) : say('goals.not-reviewed'),
            },
            { label: say('contacts.note'), mine: note, theirs: latest?.note },
          ]}
          onKeepMine={() => save(theirs)}
          onTakeTheirs={onClose}
          onClose={review.reset}
        />
      )}
    </Form>
  )
}
