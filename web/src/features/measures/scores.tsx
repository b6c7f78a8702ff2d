import { day, number } from '../../../../shared/i18n/formats.ts'
import type { Answer } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { Flag } from '../../ui/index.ts'
import { type Outcome, phases } from './questions.ts'

type Comparison = Answer<'compareOutcomes'>['items'][number]

/** What one asking came to, and when that was. */
export function Score({ of }: { readonly of: Outcome | undefined }) {
  const say = useText()
  if (of === undefined) return <span className="hint">–</span>
  const { score, scores = {}, missing, takenOn } = of
  const figures = score === null ? Object.values(scores) : [score]
  return (
    <>
      {figures.length > 0
        ? figures.map((each) => number(each, say.locale, { maximumFractionDigits: 1 })).join(' · ')
        : say('measures.unanswered', { count: missing.length })}
      <div className="hint">{day(takenOn, say.locale, 'short')}</div>
    </>
  )
}

/** From the start to the latest time asked; several where the items are never summed. */
export function Change({ among }: { readonly among: readonly Comparison[] }) {
  const say = useText()
  const latest = phases.findLast((phase) => among.some((each) => each.phase === phase))
  return (
    <span className="row">
      {among
        .filter(({ phase }) => phase === latest)
        .map(({ item = '', change, result }) => (
          <Flag
            key={item}
            icon={result === 'improved' ? 'check' : result === 'worse' ? 'alert' : 'dash'}
            tone={result === 'improved' ? 'good' : result === 'worse' ? 'warning' : 'neutral'}
          >
            {`${number(change, say.locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })}, ${say(`measures.result.${result}`)}`}
          </Flag>
        ))}
    </span>
  )
}
