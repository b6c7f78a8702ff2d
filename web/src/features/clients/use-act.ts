import { type Command, type Operation, type OperationId, type Problem, useCommand } from '../../api/index.ts'
import { useRefused } from '../../app/use-step.ts'
import { useToast } from '../../ui/index.ts'

/** A write behind a button of the record: what was done is told, and so is what was refused. */
export function useAct<K extends OperationId>(
  operation: Operation<K>,
  done: string,
  onDone?: () => void,
  onProblem?: (problem: Problem) => void,
): Command<K> {
  const toast = useToast()
  const refused = useRefused()
  return useCommand(operation, {
    onDone: () => {
      toast({ text: done })
      onDone?.()
    },
    onProblem: onProblem ?? ((problem) => refused(problem)),
  })
}
