import { useMemo } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, languageName } from '../../../../shared/i18n/formats.ts'
import { type Text, useText } from '../../i18n/index.ts'
import { type Column, Flag, type IconName, Status } from '../../ui/index.ts'
import type { Task } from './rows.ts'

interface Told {
  readonly today: string
  readonly onOpen: (task: Task) => void
}

/** Of what is due beside a referral's own steps. */
const dueIcons: Partial<Record<Task['kind'], IconName>> = {
  'follow-up': 'list',
  'partner-answer': 'mail',
  'partner-answered': 'mail',
  'prescription-to-send': 'arrow',
  'hand-off': 'alert',
}

/** What a row tells: who, what they came for, where it stands, what is next. The same columns while nothing else changes. */
export function useColumns({ today, onOpen }: Told): readonly Column<Task>[] {
  const say = useText()
  return useMemo(() => columnsOf({ today, onOpen, say }), [today, onOpen, say])
}

function columnsOf({ today, onOpen, say }: Told & { readonly say: Text }): readonly Column<Task>[] {
  return [
    {
      key: 'client',
      label: say('today.column.client'),
      cell: (task) => (
        <div className="who">
          {/* A button would be no less right; a link is what people who listen look for in a list. */}
          <a
            href={`/clients/${task.client}`}
            data-row-link
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return
              event.preventDefault()
              event.stopPropagation()
              onOpen(task)
            }}
          >
            {task.clientName}
          </a>
          <span className="hint">
            {[
              task.age !== undefined && say('today.age', { count: task.age }),
              capital(languageName(task.locale, say.locale)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Flags task={task} />
        </div>
      ),
    },
    {
      key: 'need',
      label: say('today.column.need'),
      cell: ({ reasons: [first, ...more] = [] }) =>
        first && (
          <div className="need">
            {capital(say(`code.referral-reason.${first}`))}
            {more.length > 0 && <span className="hint"> {say('today.more-needs', { count: more.length })}</span>}
          </div>
        ),
    },
    {
      key: 'status',
      label: say('today.column.status'),
      cell: ({ kind, status }) => {
        const [icon, words] = [dueIcons[kind], capital(say(`today.status.${kind}`))]
        return status && !icon ? <Status of={status} words={words} /> : <Flag icon={icon ?? 'bell'}>{words}</Flag>
      },
    },
    { key: 'next', label: say('today.column.next'), cell: (task) => <NextAction task={task} today={today} /> },
    {
      key: 'received',
      label: say('today.column.received'),
      cell: ({ receivedOn }) => receivedOn && <span className="nowrap">{day(receivedOn, say.locale, 'short')}</span>,
    },
  ]
}

/** What to know before reaching out. */
export function Flags({
  task,
}: {
  readonly task: Pick<Task, 'urgency' | 'doNotContact' | 'safeContact' | 'needsInterpreter'>
}) {
  const say = useText()
  const { urgency, doNotContact, safeContact, needsInterpreter } = task
  return (
    <span className="row">
      {urgency === 'urgent' && (
        <Flag icon="alert" tone="danger">
          {say('today.flag.urgent')}
        </Flag>
      )}
      {doNotContact && (
        <Flag icon="stop" tone="danger">
          {say('today.flag.do-not-contact')}
        </Flag>
      )}
      {safeContact && (
        <Flag icon="shield" tone="warning">
          {say('today.flag.safe-contact')}
        </Flag>
      )}
      {needsInterpreter && <Flag icon="people">{say('today.flag.interpreter')}</Flag>}
    </span>
  )
}

function NextAction({ task: { dueOn, daysOverdue }, today }: { readonly task: Task; readonly today: string }) {
  const say = useText()
  if (daysOverdue > 0) {
    return (
      <Flag icon="clock" tone="danger">
        <span className="nowrap">{say('today.late', { count: daysOverdue })}</span>
      </Flag>
    )
  }
  return <span>{dueOn === today ? say('today.due-today') : day(dueOn, say.locale, 'short')}</span>
}
