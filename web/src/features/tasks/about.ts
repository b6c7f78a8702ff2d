import type { QueryClient } from '@tanstack/react-query'
import { type Answer, listTasks } from '../../api/index.ts'

type Tasks = Pick<Answer<'listTasks'>, 'items'>

/**
 * What was done, with whom it was about where a list that tells has been read: with one key after the other, somebody may
 * have another row before them by then.
 */
export function about(queries: QueryClient, referral: string, done: string): string {
  const lists = queries.getQueriesData<Tasks>({ queryKey: [listTasks.path] })
  const task = lists
    .flatMap(([, list]) => list?.items ?? [])
    .find((each) => each.referral === referral || each.subject === referral)
  return task ? `${task.clientName} · ${done}` : done
}
