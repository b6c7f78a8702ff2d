import { useQueryClient } from '@tanstack/react-query'
import {
  type Answer,
  type Command,
  type Input,
  type Operation,
  type OperationId,
  type Problem,
  type Restore,
  useCommand,
} from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { useToast } from '../ui/index.ts'

interface Step<K extends OperationId, B extends OperationId> {
  /** Shows it as it will be, where anything shows it; gives back the way to how it was. */
  readonly show?: (input: Input<K>) => Promise<Restore>
  /** What is said once it is done. */
  readonly done: (input: Input<K>) => string
  /** The operation that takes it back, and what that is told of the answer. */
  readonly back: Operation<B>
  readonly backOf: (answer: Answer<K>) => Input<B>
  /** What is said once it is taken back: that all is as it was, unless said otherwise. */
  readonly undone?: string
  readonly onUndone?: () => void
}

/**
 * A step of one click: on the screen at once, sent at once, and taken back for eight seconds. What is refused goes back
 * to where it was and says why; what nobody answered can be sent again, with the effect of once.
 */
export function useStep<K extends OperationId, B extends OperationId>(
  operation: Operation<K>,
  { show, done, back, backOf, undone, onUndone }: Step<K, B>,
): Pick<Command<K>, 'run' | 'isRunning'> {
  const say = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const refused = useRefused()
  const undo = useCommand(back, {
    onDone: () => {
      onUndone?.()
      toast({ text: undone ?? say('common.undone') })
    },
    onProblem: (problem) => refused(problem),
  })
  const command = useCommand(operation, {
    onDone: (answer, input) => toast({ text: done(input), undo: () => void undo.run(backOf(answer)) }),
    onProblem: (problem, input) => refused(problem, () => void run(input)),
  })

  async function run(input: Input<K>) {
    const restore = await show?.(input)
    const answer = await command.run(input)
    if (answer === undefined) {
      restore?.()
      await queries.invalidateQueries()
    }
    return answer
  }

  return { run, isRunning: command.isRunning }
}

/** Tells why nothing was saved, and offers to try again where trying again may help. */
export function useRefused(): (problem: Problem, retry?: () => void) => void {
  const say = useText()
  const toast = useToast()
  return (problem, retry) => {
    const why =
      problem.code === 'precondition-failed' ? say('common.changed') : problem.detail || say('common.unreachable')
    const mayPass = problem.isOffline || problem.status === 429 || problem.status >= 500
    toast({ kind: 'failed', text: `${say('common.not-saved')}. ${why}`, ...(retry && mayPass && { retry }) })
  }
}
