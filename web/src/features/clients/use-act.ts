import { type Command, type Operation, type OperationId, type Problem, useCommand } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
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
    onProblem: onProblem ?? refused,
  })
}

/** Tells why a button did nothing. */
function useRefused(): (problem: Problem) => void {
  const say = useText()
  const toast = useToast()
  return (problem) => {
    const why =
      problem.code === 'precondition-failed' ? say('common.changed') : problem.detail || say('common.unreachable')
    toast({ kind: 'failed', text: `${say('common.not-saved')}. ${why}` })
  }
}
