import type { Answer } from '../../api/index.ts'
import { plain } from '../../i18n/plain.ts'

export type Task = Answer<'listTasks'>['items'][number]

export const views = ['mine', 'unassigned', 'overdue', 'all'] as const
export type View = (typeof views)[number]

interface Lists {
  readonly mine: readonly Task[]
  readonly unassigned: readonly Task[]
}

/** One row for each thing that asks for something: a referral may be there beside one of its prescriptions. */
export function taskKey({ kind, subject }: Task): string {
  return `${kind}:${subject}`
}

/** The row that was opened, by its key or one that ends in it; also when something else is due about it by now. */
export function openedOf(opened: string | undefined, tasks: readonly Task[]): Task | undefined {
  const subject = opened?.split(':').at(-1)
  return tasks.find((task) => opened?.endsWith(taskKey(task))) ?? tasks.find((task) => task.subject === subject)
}

/**
 * The rows of a view, the most overdue first.
 * @param search a part of a name, whatever its accents and capitals.
 */
export function inView(view: View, { mine, unassigned }: Lists, search: string): readonly Task[] {
  const all = [...mine, ...unassigned].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  const lists: Record<View, readonly Task[]> = {
    mine,
    unassigned,
    overdue: all.filter(({ daysOverdue }) => daysOverdue > 0),
    all,
  }
  const sought = plain(search)
  return lists[view].filter(({ clientName }) => plain(clientName).includes(sought))
}
