import { costWords, whenWords, whereWords } from '../../../../shared/activities/words.ts'
import type { Answer } from '../../api/index.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import type { Match } from './filter.ts'
import { Planned } from './planned.tsx'
import { Reasons } from './reasons.tsx'

/** How many can be told apart side by side. */
const mostCompared = 3

/** The activities that fit, the best first: each opens with one click, and up to three can be put side by side. */
export function MatchList({
  matches,
  planned,
  nameOf,
  chosen,
  onChoose,
  compared,
  onCompare,
}: {
  readonly matches: readonly Match[]
  /** What is on the plan. */
  readonly planned: readonly Answer<'getPrescription'>[]
  /** Who runs an activity, where it is not the centre. */
  readonly nameOf: (partner: string | undefined) => string | undefined
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
  readonly compared: readonly string[]
  readonly onCompare: (ids: readonly string[]) => void
}) {
  const say = useText()
  return (
    <ol className="matches" data-rows>
      {matches.map(({ activity, reasons }) => {
        const { id } = activity
        const name = inLocale(activity.name, say.locale)
        const isCompared = compared.includes(id)
        return (
          <li key={id} className={id === chosen ? 'card match match-chosen' : 'card match'}>
            <div className="match-head">
              <h2>
                <button type="button" className="match-name" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
                  {name}
                </button>
              </h2>
              <label className="match-compare">
                <input
                  type="checkbox"
                  checked={isCompared}
                  disabled={!isCompared && compared.length >= mostCompared}
                  onChange={() => onCompare(isCompared ? compared.filter((each) => each !== id) : [...compared, id])}
                />
                {say('prescribe.compare-one')}
                <span className="visually-hidden"> {name}</span>
              </label>
            </div>
            <p className="hint">
              {[
                nameOf(activity.partner),
                whenWords(activity.schedule, say),
                whereWords(activity, say),
                costWords(activity, say),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <Planned prescription={planned.find((each) => each.activity === id)} />
            <Reasons of={reasons} label={say('prescribe.why')} />
          </li>
        )
      })}
    </ol>
  )
}
