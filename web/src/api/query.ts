import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import type { Answer, Input, Operation, OperationId } from './operation.ts'

/** A read of the API, for `useQuery`: kept in memory under its operation and input, and nowhere else. */
export function read<K extends OperationId>(operation: Operation<K>, input: Input<K>) {
  return queryOptions({
    queryKey: [operation.path, input],
    queryFn: ({ signal }) => call(operation, input, { signal }),
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

/** A list page by page, as far down as somebody asks for more. */
export function readPages<K extends OperationId>(operation: Operation<K>, input: Input<K>, limit: number) {
  return infiniteQueryOptions({
    queryKey: [operation.path, input, 'pages'],
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...(input as { query?: object }).query, limit, cursor }
      return call(operation, { ...input, query } as Input<K>, { signal })
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page as { nextCursor?: string }).nextCursor,
  })
}
