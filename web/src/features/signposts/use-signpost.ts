import { recordSignpost, retractSignpost } from '../../api/index.ts'
import { useStep } from '../../app/use-step.ts'
import { useText } from '../../i18n/index.ts'

/** A form that holds what is recorded: empty once it is sent, and as it was when that is refused or taken back. */
interface Sheet {
  clear(): void
  restore(): void
}

/** Records in one click that one told somebody of support, and takes it back for a moment. */
export function useSignpost(sheet?: Sheet) {
  const say = useText()
  return useStep(recordSignpost, {
    done: () => say('signposts.recorded'),
    back: retractSignpost,
    backOf: ({ id, version }) => ({ params: { signpost: id }, ifMatch: version }),
    undone: say('today.undone'),
    ...(sheet && {
      show: async () => {
        sheet.clear()
        return sheet.restore
      },
      onUndone: sheet.restore,
    }),
  })
}
