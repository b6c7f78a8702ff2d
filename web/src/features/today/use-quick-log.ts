import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { addDays } from '../../../../shared/i18n/formats.ts'
import { listTasks, logContact, retractContact, showMeanwhile } from '../../api/index.ts'
import { useToday } from '../../app/session.tsx'
import { useStep } from '../../app/use-step.ts'
import { useText } from '../../i18n/index.ts'
import { useClaim } from '../referrals/use-referral-step.ts'
import { about } from '../tasks/about.ts'
import type { Task } from './rows.ts'

/** Nobody was reached: try again in two days, as the API plans it. */
const againDays = 2

/** What takes one click or one key on a row: shown at once, sent at once, and taken back for eight seconds. */
export function useQuickLog() {
  const say = useText()
  const today = useToday()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const claim = useClaim()
  const contact = useStep(logContact, {
    show: ({ params: { referral } }) => showAt(referral, addDays(today, againDays)),
    done: ({ params: { referral }, body: { result } }) => about(queries, referral, say(`today.logged.${result}`)),
    back: retractContact,
    backOf: ({ id, version }) => ({ params: { contact: id }, ifMatch: version }),
    undone: say('today.undone'),
  })

  /** Moves the referral's row to where it will be. */
  function showAt(referral: string, dueOn: string) {
    return showMeanwhile<'listTasks', Task>(queries, listTasks, (items) =>
      items
        .map((task) => (task.subject === referral ? { ...task, dueOn, daysOverdue: 0 } : task))
        .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
    )
  }

  return {
    log({ referral }: Task, result: 'no-answer' | 'left-message') {
      if (referral === undefined || !navigator.onLine) return
      void contact.run({ params: { referral }, body: { channel: 'phone', result } })
    },
    claim({ kind, subject, subjectVersion }: Task) {
      if (kind !== 'new-referral' || !navigator.onLine) return
      void claim.run({ params: { referral: subject }, ifMatch: subjectVersion })
    },
    edit({ client }: Task) {
      void navigate({ to: `/clients/${client}`, hash: 'edit' })
    },
    prescribe({ client, referral }: Task) {
      if (referral) void navigate({ to: `/clients/${client}/prescribe/${referral}` })
    },
  }
}
