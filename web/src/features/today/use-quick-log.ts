import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { addDays } from '../../../../shared/i18n/formats.ts'
import {
  type Answer,
  acceptReferral,
  listTasks,
  logContact,
  type Problem,
  retractContact,
  useCommand,
} from '../../api/index.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { useToast } from '../../ui/index.ts'
import type { Task } from './rows.ts'

/** Nobody was reached: try again in two days, as the API plans it. */
const againDays = 2

/** What takes one click or one key on a row: shown at once, sent at once, and taken back for eight seconds. */
export function useQuickLog() {
  const say = useText()
  const toast = useToast()
  const today = useToday()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const undo = useCommand(retractContact, { onDone: () => toast({ text: say('today.undone') }), onProblem })
  const command = useCommand(logContact, {
    onDone: (contact, { body }) =>
      toast({ text: say(`today.logged.${body.result}`), undo: () => void takeBack(contact) }),
    onProblem: (problem) => {
      void queries.invalidateQueries()
      onProblem(problem)
    },
  })
  const accept = useCommand(acceptReferral, { onDone: () => toast({ text: say('today.claimed') }), onProblem })

  function takeBack({ id, version }: Answer<'logContact'>) {
    return undo.run({ params: { contact: id }, ifMatch: version })
  }

  function onProblem(problem: Problem) {
    const text =
      problem.code === 'precondition-failed' ? say('common.changed') : problem.detail || say('common.unreachable')
    toast({ kind: 'failed', text: `${say('common.not-saved')}. ${text}` })
  }

  /** Moves the row to where it will be, before anybody answered. */
  function showAt(task: Task, dueOn: string) {
    queries.setQueriesData<{ items: Task[] }>({ queryKey: [listTasks.path] }, (old) => {
      if (!Array.isArray(old?.items)) return old
      const items = old.items.map((each) => (each.subject === task.subject ? { ...each, dueOn, daysOverdue: 0 } : each))
      return { ...old, items: items.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)) }
    })
  }

  return {
    log(task: Task, result: 'no-answer' | 'left-message') {
      if (task.referral === undefined || !navigator.onLine) return
      showAt(task, addDays(today, againDays))
      void command.run({ params: { referral: task.referral }, body: { channel: 'phone', result } })
    },
    claim({ kind, subject, subjectVersion }: Task) {
      if (kind !== 'new-referral' || !navigator.onLine) return
      void accept.run({ params: { referral: subject }, ifMatch: subjectVersion })
    },
    prescribe({ client, referral }: Task) {
      if (referral) void navigate({ to: `/clients/${client}/prescribe/${referral}` })
    },
  }
}
