import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import type { Problem } from '../api/index.ts'

/** What somebody else made of it, read anew once the API refused what was typed because of that. */
export function useTheirs<T, K extends readonly unknown[]>(
  latest: UseQueryOptions<T, Error, T, K>,
  problem: Problem | undefined,
): T | undefined {
  const isStale = problem?.code === 'precondition-failed'
  const { data, isFetching } = useQuery({ ...latest, enabled: isStale, staleTime: 0 })
  return isStale && !isFetching ? data : undefined
}
