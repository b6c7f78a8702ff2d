import type { QueryClient } from '@tanstack/react-query'
import type { Input, Operation, OperationId } from './operation.ts'

/** Puts things on the screen as they were. */
export type Restore = () => void

/**
 * Shows the lists of an operation as they will be, before anybody answered.
 * @param change what becomes of the items of one list, given what it was asked for with.
 * @returns the way back.
 */
export async function showMeanwhile<K extends OperationId, T>(
  queries: QueryClient,
  { path }: Operation<K>,
  change: (items: readonly T[], asked: Input<K>) => readonly T[],
): Promise<Restore> {
  // A read that is under way would put the old state back.
  await queries.cancelQueries({ queryKey: [path] })
  const lists = queries.getQueriesData<{ items: readonly T[] }>({ queryKey: [path] })
  for (const [key, list] of lists) {
    if (!Array.isArray(list?.items)) continue
    queries.setQueryData(key, { ...list, items: change(list.items, key[1] as Input<K>) })
  }
  return () => {
    for (const [key, list] of lists) queries.setQueryData(key, list)
  }
}
