import { type Answer, retractPrescription, useCommand } from '../../api/index.ts'
import { useRefused } from '../../app/use-step.ts'
import { useText } from '../../i18n/index.ts'
import { useToast } from '../../ui/index.ts'

/**
 * Says that something is prescribed, with the way back for a moment: entered in error, so that its place is free and
 * nobody is told of it. What the client agreed to, they agreed to.
 */
export function useUndo(onUndone: () => void): (prescription: Answer<'requestPrescription'>) => void {
  const say = useText()
  const toast = useToast()
  const refused = useRefused()
  const retract = useCommand(retractPrescription, {
    onDone: () => {
      onUndone()
      toast({ text: say('prescribe.undone') })
    },
    onProblem: (problem) => refused(problem),
  })
  return ({ id, version }) => {
    const input = { params: { prescription: id }, body: { words: say('prescribe.undone-words') }, ifMatch: version }
    toast({ text: say('prescribe.told'), undo: () => void retract.run(input) })
  }
}
