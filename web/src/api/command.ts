import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type Answered, call } from './call.ts'
import type { Input, Operation, OperationId } from './operation.ts'
import { Problem } from './problem.ts'

export interface Command<K extends OperationId> {
  /** Sends it. Resolves with the answer, or with undefined when it was refused: `problem` says why. */
  run(input: Input<K>): Promise<Answered<K> | undefined>
  readonly isRunning: boolean
  readonly problem: Problem | undefined
  /** Forgets the last refusal. */
  reset(): void
}

export interface CommandOptions<K extends OperationId> {
  /** After it was done and whatever is on screen was asked for again. */
  readonly onDone?: (answer: Answered<K>, input: Input<K>) => void
  readonly onProblem?: (problem: Problem, input: Input<K>) => void
}

/**
 * A write. Sent again after a failure it carries the same idempotency key, so that it has one effect however often it
 * was sent; once done, or refused because somebody was faster, everything on screen is read again.
 */
export function useCommand<K extends OperationId>(
  operation: Operation<K>,
  { onDone, onProblem }: CommandOptions<K> = {},
): Command<K> {
  const queries = useQueryClient()
  const attempt = useRef<{ input: string; key: string }>(undefined)
  const mutation = useMutation<Answered<K>, Problem, Input<K>>({
    mutationFn: (input) => call(operation, input, { key: keyFor(input) }),
    onSuccess: (answer, input) => {
      attempt.current = undefined
      onDone?.(answer, input)
      return queries.invalidateQueries()
    },
    onError: (problem, input) => {
      if (problem.code === 'precondition-failed') void queries.invalidateQueries()
      onProblem?.(problem, input)
    },
  })

  function keyFor(input: Input<K>): string {
    const json = JSON.stringify(input)
    if (attempt.current?.input !== json) attempt.current = { input: json, key: crypto.randomUUID() }
    return attempt.current.key
  }

  return {
    run: (input) => mutation.mutateAsync(input).catch((error: unknown) => notRefused(error)),
    isRunning: mutation.isPending,
    problem: mutation.error ?? undefined,
    reset: mutation.reset,
  }
}

function notRefused(error: unknown): undefined {
  if (error instanceof Problem) return undefined
  throw error
}
