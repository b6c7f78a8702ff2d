import { queryOptions } from '@tanstack/react-query'
import { call, send } from './call.ts'
import type { Answer, Input, Operation, OperationId } from './operation.ts'

/** A read of the API, for `useQuery`: kept in memory under its operation and input, and nowhere else. */
export function read<K extends OperationId>(operation: Operation<K>, input: Input<K>) {
  return queryOptions({
    queryKey: [operation.path, input],
    queryFn: ({ signal }) => call(operation, input, { signal }),
  })
}

/** A read that stands for a moment: with the id of the request and when it was answered. It is not read again by itself. */
export function readSnapshot<K extends OperationId>(operation: Operation<K>, input: Input<K>) {
  return queryOptions({
    queryKey: [operation.path, input, 'snapshot'],
    queryFn: async ({ signal }) => {
      const { answer, requestId } = await send(operation, input, { signal })
      return { answer, id: requestId, at: new Date().toISOString() }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

type Listed<K extends OperationId> = Answer<K> extends { items: (infer T)[] } ? T : never

/** What one person looks through at most; a longer list wants a narrower question. */
const mostPages = 10

/** All pages of a list, one after the other. `isMore` when there is more than anybody would look through. */
export function readAll<K extends OperationId>(operation: Operation<K>, input: Input<K>) {
  return queryOptions({
    queryKey: [operation.path, input, 'all'],
    queryFn: async ({ signal }) => {
      const items: Listed<K>[] = []
      let cursor: string | undefined
      let isIncomplete = false
      for (let page = 0; page < mostPages; page += 1) {
        const query = { limit: 100, ...(input as { query?: object }).query, cursor }
        const answer = (await call(operation, { ...input, query } as Input<K>, { signal })) as {
          items: Listed<K>[]
          nextCursor?: string
          isIncomplete?: true
        }
        items.push(...answer.items)
        isIncomplete ||= answer.isIncomplete ?? false
        cursor = answer.nextCursor
        if (cursor === undefined) break
      }
      return { items, isMore: cursor !== undefined, isIncomplete }
    },
  })
}
