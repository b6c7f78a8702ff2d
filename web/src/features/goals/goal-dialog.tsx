import type { Answer } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog } from '../../ui/index.ts'
import { GoalReview } from './goal-review.tsx'
import { GoalWords } from './goal-words.tsx'

export type Goal = Answer<'getGoal'>

export type GoalStep = { readonly kind: 'set' } | { readonly kind: 'edit' | 'review'; readonly goal: Goal }

/** Writing a goal down, putting it better, or looking back at it. */
export function GoalDialog({
  referral,
  step,
  onClose,
}: {
  readonly referral: string
  readonly step: GoalStep
  readonly onClose: () => void
}) {
  const say = useText()
  return (
    <Dialog title={say(`goals.${step.kind}`)} isOpen onClose={onClose} isFirm>
      {step.kind === 'review' ? (
        <GoalReview goal={step.goal} onClose={onClose} />
      ) : (
        <GoalWords referral={referral} goal={step.kind === 'edit' ? step.goal : undefined} onClose={onClose} />
      )}
    </Dialog>
  )
}
