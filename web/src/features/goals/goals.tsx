import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { day, dayOf, number } from '../../../../shared/i18n/formats.ts'
import { isUnderWay } from '../../../../shared/referrals/status.ts'
import { type Answer, listGoals, read, retractGoal } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan, useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, Loaded, Menu, Section } from '../../ui/index.ts'
import { Nothing } from '../clients/nothing.tsx'
import { useAct } from '../clients/use-act.ts'
import { GoalDialog, type GoalStep } from './goal-dialog.tsx'

type Goal = Answer<'getGoal'>

const levels = [-2, -1, 0, 1, 2] as const

/** What matters to the client, in their own words, and how far they say they have come. */
export function Goals({ referral }: { readonly referral: Pick<Answer<'getReferral'>, 'id' | 'status'> }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const [step, setStep] = useState<GoalStep>()
  const goals = useQuery(read(listGoals, { params: { referral: referral.id } }))
  const retract = useAct(retractGoal, say('client.retracted'))
  const mayAdd = can('goals:set') && isUnderWay(referral.status)
  const add = mayAdd && (
    <Button icon="plus" isDisabled={!isOnline} onClick={() => setStep({ kind: 'set' })}>
      {say('goals.set')}
    </Button>
  )
  return (
    <Section id="matters" title={say('client.section.matters')} actions={add}>
      <Loaded query={goals} rows={2}>
        {({ items, tScore }) => {
          const active = items.filter(({ status }) => status === 'active')
          if (active.length === 0) {
            return <Nothing title={say('goals.none')} why={say('goals.none-why')} />
          }
          return (
            <>
              <ul className="entries">
                {active.map((goal) => (
                  <li key={goal.id} className="entry">
                    <div className="entry-head">
                      <p className="quote">{say('goals.quote', { words: goal.words })}</p>
                      <div className="row">
                        {can('goals:review') && (
                          <Button size="small" isDisabled={!isOnline} onClick={() => setStep({ kind: 'review', goal })}>
                            {say('goals.review')}
                          </Button>
                        )}
                        {can('goals:update') && (
                          <Menu
                            label={say('client.more')}
                            kind="quiet"
                            size="small"
                            items={[
                              // A look back is at the words as they are.
                              ...(goal.reviews.length === 0
                                ? [{ label: say('common.edit'), onClick: () => setStep({ kind: 'edit', goal }) }]
                                : []),
                              {
                                label: say('client.retract'),
                                isDisabled: !isOnline,
                                onClick: () => void retract.run({ params: { goal: goal.id }, ifMatch: goal.version }),
                              },
                            ]}
                          />
                        )}
                      </div>
                    </div>
                    <Reviews goal={goal} />
                  </li>
                ))}
              </ul>
              {tScore !== null && (
                <p className="hint">
                  {say('goals.t-score', { score: number(tScore, say.locale, { maximumFractionDigits: 1 }) })}
                </p>
              )}
            </>
          )
        }}
      </Loaded>
      {step && <GoalDialog referral={referral.id} step={step} onClose={() => setStep(undefined)} />}
    </Section>
  )
}

/** Where it stands, and earlier looks back. */
function Reviews({ goal }: { readonly goal: Goal }) {
  const say = useText()
  const { zone } = useMe().centre
  const set = say('goals.set-on', { date: day(dayOf(goal.setAt, zone), say.locale) })
  const latest = goal.reviews.at(-1)
  if (latest === undefined) return <p className="hint">{`${set} · ${say('goals.not-reviewed')}`}</p>
  return (
    <>
      <p className="row">
        <span className="levels" aria-hidden="true">
          {levels.map((level) => (
            <i key={level} className={level <= latest.level ? 'is-reached' : undefined} />
          ))}
        </span>
        <strong>{say(`goals.level.${latest.level}`)}</strong>
        <span className="hint">
          {`${say('goals.reviewed-on', { date: day(dayOf(latest.at, zone), say.locale) })} · ${set}`}
        </span>
      </p>
      {latest.note && <p className="pre-line">{latest.note}</p>}
      {goal.reviews.length > 1 && (
        <details>
          <summary>{say('goals.earlier', { count: goal.reviews.length - 1 })}</summary>
          <ul className="plain-list details-body">
            {goal.reviews
              .slice(0, -1)
              .toReversed()
              .map(({ at, level, note }) => (
                <li key={at}>
                  {day(dayOf(at, zone), say.locale)} · {say(`goals.level.${level}`)}
                  {note && <p className="hint pre-line">{note}</p>}
                </li>
              ))}
          </ul>
        </details>
      )}
    </>
  )
}
