import { useQueryClient } from '@tanstack/react-query'
import {
  type Answer,
  acceptReferral,
  assignReferral,
  type Input,
  listReferrals,
  listTasks,
  type Operation,
  resumeReferral,
  showMeanwhile,
  startReferral,
  takeBackReferral,
} from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { useStep } from '../../app/use-step.ts'
import { useText } from '../../i18n/index.ts'
import { about } from '../tasks/about.ts'

type Referral = Answer<'listReferrals'>['items'][number]
type Task = Answer<'listTasks'>['items'][number]
type StepId = 'acceptReferral' | 'startReferral' | 'resumeReferral' | 'assignReferral'

/** What is known of a referral before anybody answered. */
type Becomes = Partial<Pick<Referral, 'status' | 'navigator'>>

/** Takes a new referral into one's own caseload. */
export function useClaim() {
  const say = useText()
  const me = useMe()
  return useReferralStep(acceptReferral, say('today.claimed'), () => ({ status: 'accepted', navigator: me.id }))
}

/** Begins work on a referral that was claimed. */
export function useStart() {
  const say = useText()
  return useReferralStep(startReferral, say('care.done.started'), () => ({ status: 'in-progress' }))
}

/** Takes up a referral again that was on hold. */
export function useResume() {
  const say = useText()
  return useReferralStep(resumeReferral, say('care.done.resumed'), () => ({ status: 'in-progress' }))
}

/** Gives a referral to a colleague. */
export function useAssign() {
  const say = useText()
  return useReferralStep(assignReferral, say('intake.assigned'), ({ body: { navigator } }) => ({ navigator }))
}

/** A step of a referral that takes no reason: on every list at once, and taken back for a moment. */
function useReferralStep<K extends StepId>(
  operation: Operation<K>,
  done: string,
  becomes: (input: Input<K>) => Becomes,
) {
  const me = useMe()
  const queries = useQueryClient()
  return useStep(operation, {
    async show(input) {
      const { referral: id } = (input as Input<StepId>).params
      const changed = becomes(input)
      const [onReferrals, onTasks] = await Promise.all([
        showMeanwhile<'listReferrals', Referral>(queries, listReferrals, (referrals) =>
          referrals.map((referral) => (referral.id === id ? { ...referral, ...changed } : referral)),
        ),
        showOnLists(id, changed),
      ])
      return () => {
        onReferrals()
        onTasks()
      }
    },
    done: (input) => about(queries, (input as Input<StepId>).params.referral, done),
    back: takeBackReferral,
    backOf(answer) {
      const { id, version } = answer as Answer<StepId>
      return { params: { referral: id }, ifMatch: version }
    },
  })

  /** What is given to somebody is on their list, and on no other. */
  function showOnLists(id: string, { status, navigator }: Becomes) {
    const lists = queries.getQueriesData<{ items: readonly Task[] }>({ queryKey: [listTasks.path] })
    const task = lists.flatMap(([, list]) => list?.items ?? []).find(({ subject }) => subject === id)
    return showMeanwhile<'listTasks', Task>(queries, listTasks, (items, { query }) => {
      if (task === undefined || navigator === undefined) return items
      const others = items.filter(({ subject }) => subject !== id)
      if (query?.assignee !== 'me' || navigator !== me.id) return others
      const mine: Task = status === 'accepted' ? { ...task, status, kind: 'first-contact' } : task
      return [...others, mine].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
    })
  }
}
