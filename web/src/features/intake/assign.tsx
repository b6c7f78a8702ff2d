import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { languageName } from '../../../../shared/i18n/formats.ts'
import { type Answer, listNavigators, read } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Form, RadioField } from '../../ui/index.ts'
import { useAssign } from '../referrals/use-referral-step.ts'
import type { Task } from '../today/rows.ts'

type Colleague = Answer<'listNavigators'>['items'][number]

/** Gives a referral to a colleague: those who speak the client's language first, then those with the least to do. */
export function Assign({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const say = useText()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{say('intake.assign')}</Button>
  return <Choice task={task} onDone={onDone} onCancel={() => setOpen(false)} />
}

function Choice({
  task,
  onDone,
  onCancel,
}: {
  readonly task: Task
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const say = useText()
  const me = useMe()
  const isOnline = useOnline()
  const colleagues = useQuery(read(listNavigators, {}))
  const [chosen, setChosen] = useState('')
  const suggested = inOrder(
    (colleagues.data?.items ?? []).filter(({ id }) => id !== me.id),
    task.locale,
  )
  const assign = useAssign()

  function submit() {
    onDone()
    const { subject, subjectVersion } = task
    void assign.run({ params: { referral: subject }, body: { navigator: chosen }, ifMatch: subjectVersion })
  }

  return (
    <Form label={say('intake.assign')} onSubmit={submit}>
      <RadioField
        pointer="#/navigator"
        label={say('intake.assign-to')}
        value={chosen}
        onChange={setChosen}
        choices={suggested.map(({ id, name, locale, due, overdue }) => ({
          value: id,
          label: name,
          hint: say('intake.load', { language: capital(languageName(locale, say.locale)), count: due, overdue }),
        }))}
      />
      <Actions>
        <Button type="submit" kind="primary" isDisabled={!isOnline || chosen === ''}>
          {say('intake.assign-now')}
        </Button>
        <Button onClick={onCancel}>{say('common.cancel')}</Button>
      </Actions>
    </Form>
  )
}

function inOrder(colleagues: readonly Colleague[], locale: string): readonly Colleague[] {
  const speaks = (colleague: Colleague) => (colleague.locale === locale ? 0 : 1)
  return colleagues.toSorted((a, b) => speaks(a) - speaks(b) || a.overdue - b.overdue || a.due - b.due)
}
