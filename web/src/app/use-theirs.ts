import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Problem } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { useToast } from '../ui/index.ts'

/** What somebody else made of it, read anew once the API refused what was typed because of that. */
export function useTheirs<T, K extends readonly unknown[]>(
  latest: UseQueryOptions<T, Error, T, K>,
  problem: Problem | undefined,
): T | undefined {
  const say = useText()
  const toast = useToast()
  const isStale = problem?.code === 'precondition-failed'
  const { data, isFetching, isError } = useQuery({ ...latest, enabled: isStale, staleTime: 0 })
  const isUnread = isStale && isError && !isFetching
  // Nothing else tells that it was refused while there is nothing to compare it with.
  useEffect(() => {
    if (isUnread) toast({ kind: 'failed', text: say('common.unreachable') })
  }, [isUnread, toast, say])
  return isStale && !isFetching && !isError ? data : undefined
}
