import type { Answer } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { Status } from '../../ui/index.ts'

/** That an activity is on the plan, and how far it is. */
export function Planned({ prescription }: { readonly prescription: Answer<'getPrescription'> | undefined }) {
  const say = useText()
  if (prescription === undefined) return null
  const { status } = prescription
  return (
    <p>
      <Status of={status} words={say('prescribe.planned', { status: say(`status.${status}`) })} />
    </p>
  )
}
