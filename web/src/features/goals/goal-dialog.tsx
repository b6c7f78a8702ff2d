import { useState } from 'react'
import { type Answer, reviewGoal, setGoal, updateGoal } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Banner, Button, Dialog, Form, RadioField, TextArea } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'

type Goal = Answer<'getGoal'>
type Level = NonNullable<Goal['level']>

export type GoalStep = { readonly kind: 'set' } | { readonly kind: 'edit' | 'review'; readonly goal: Goal }

const levels: readonly Level[] = [2, 1, 0, -1, -2]

/** Writing a goal down, putting it better, or looking back at it. */
export function GoalDialog({
  referral,
  step,
  onClose,
}: {
  readonly referral: string
  readonly step: GoalStep
  readonly onClose: () => void
}) {
  const say = useText()
  return (
    <Dialog title={say(`goals.${step.kind}`)} isOpen onClose={onClose} isFirm>
      {step.kind === 'review' ? (
        <Review goal={step.goal} onClose={onClose} />
      ) : (
        <Words referral={referral} goal={step.kind === 'edit' ? step.goal : undefined} onClose={onClose} />
      )}
    </Dialog>
  )
}

function Words({
  referral,
  goal,
  onClose,
}: {
  readonly referral: string
  readonly goal: Goal | undefined
  readonly onClose: () => void
}) {
  const say = useText()
  const isOnline = useOnline()
  const [words, setWords] = useState(goal?.words ?? '')
  const [weight, setWeight] = useState(String(goal?.weight ?? 1))
  const set = useAct(setGoal, say('goals.saved'), onClose, () => {})
  const update = useAct(updateGoal, say('goals.saved'), onClose, () => {})
  const problem = set.problem ?? update.problem
  function submit() {
    const body = { words: words.trim(), weight: Number(weight) }
    if (goal === undefined) return void set.run({ params: { referral }, body })
    void update.run({ params: { goal: goal.id }, body, ifMatch: goal.version })
  }
  return (
    <Form onSubmit={submit} problem={problem} label={say('goals.set')}>
      {problem?.code === 'precondition-failed' && <Banner kind="warning" title={say('common.changed')} />}
      <TextArea
        pointer="#/words"
        label={say('goals.words')}
        hint={say('goals.words-why')}
        value={words}
        maxLength={500}
        onChange={setWords}
      />
      <RadioField
        pointer="#/weight"
        label={say('goals.weight')}
        value={weight}
        onChange={setWeight}
        choices={['1', '2', '3'].map((value) => ({ value, label: say(`goals.weights.${value}`) }))}
      />
      <Actions>
        <Button type="submit" kind="primary" isBusy={set.isRunning || update.isRunning} isDisabled={!isOnline}>
          {say('common.save')}
        </Button>
        <Button onClick={onClose}>{say('common.cancel')}</Button>
      </Actions>
    </Form>
  )
}

function Review({ goal, onClose }: { readonly goal: Goal; readonly onClose: () => void }) {
  const say = useText()
  const isOnline = useOnline()
  const [level, setLevel] = useState('')
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const review = useAct(reviewGoal, say('goals.reviewed'), onClose, () => {})
  function submit() {
    setMissing(level === '')
    if (level === '') return
    void review.run({
      params: { goal: goal.id },
      body: { level: Number(level) as Level, ...(note.trim() && { note: note.trim() }) },
      ifMatch: goal.version,
    })
  }
  const missing = isMissing
    ? [{ pointer: '#/level', detail: say('common.required', { field: say('goals.how-far') }) }]
    : []
  return (
    <Form onSubmit={submit} problem={review.problem} faults={missing} label={say('goals.review')}>
      {review.problem?.code === 'precondition-failed' && <Banner kind="warning" title={say('common.changed')} />}
      <p className="quote">{say('goals.quote', { words: goal.words })}</p>
      <RadioField
        pointer="#/level"
        label={say('goals.how-far')}
        value={level}
        onChange={setLevel}
        choices={levels.map((value) => ({ value: String(value), label: say(`goals.level.${value}`) }))}
      />
      <TextArea pointer="#/note" label={say('field.note')} isOptional value={note} maxLength={500} onChange={setNote} />
      <Actions>
        <Button type="submit" kind="primary" isBusy={review.isRunning} isDisabled={!isOnline}>
          {say('common.save')}
        </Button>
        <Button onClick={onClose}>{say('common.cancel')}</Button>
      </Actions>
    </Form>
  )
}
