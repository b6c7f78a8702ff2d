import { useState } from 'react'
import { getGoal, read, setGoal, updateGoal } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useTheirs } from '../../app/use-theirs.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Conflict, Form, RadioField, TextArea } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'
import type { Goal } from './goal-dialog.tsx'

/** What matters to the client, in the client's words, and how much: a new goal, or one to be put better. */
export function GoalWords({
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
  const [base, setBase] = useState(goal)
  const [words, setWords] = useState(goal?.words ?? '')
  const [weight, setWeight] = useState(String(goal?.weight ?? 1))
  const set = useAct(setGoal, say('goals.saved'), onClose, () => {})
  const update = useAct(updateGoal, say('goals.saved'), onClose, () => {})
  const theirs = useTheirs(read(getGoal, { params: { goal: goal?.id ?? '' } }), update.problem)

  function save(on: Goal | undefined) {
    const body = { words: words.trim(), weight: Number(weight) }
    if (on === undefined) return void set.run({ params: { referral }, body })
    void update.run({ params: { goal: on.id }, body, ifMatch: on.version })
  }

  function take(latest: Goal) {
    setBase(latest)
    setWords(latest.words)
    setWeight(String(latest.weight))
    update.reset()
  }

  return (
    <Form onSubmit={() => save(base)} problem={set.problem ?? update.problem} isCompared label={say('goals.set')}>
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
      {theirs && (
        <Conflict
          isOpen
          fields={[
            { label: say('goals.words'), mine: words, theirs: theirs.words },
            {
              label: say('goals.weight'),
              mine: say(`goals.weights.${weight}`),
              theirs: say(`goals.weights.${theirs.weight}`),
            },
          ]}
          onKeepMine={() => save(theirs)}
          onTakeTheirs={() => take(theirs)}
          onClose={update.reset}
        />
      )}
    </Form>
  )
}
