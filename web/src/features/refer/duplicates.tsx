import { useEffect, useRef } from 'react'
import { day, list } from '../../../../shared/i18n/formats.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Button, Icon } from '../../ui/index.ts'
import type { Candidate } from './use-refer.ts'

/** Records that look like the person who was typed in: the choice, with everything typed still there below. */
export function Duplicates({
  candidates,
  isBusy,
  onThis,
  onSomebodyElse,
}: {
  readonly candidates: readonly Candidate[]
  readonly isBusy: boolean
  readonly onThis: (candidate: Candidate) => void
  readonly onSomebodyElse: () => void
}) {
  const say = useText()
  const isOnline = useOnline()
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer takes the focus anew.
  useEffect(() => box.current?.focus(), [candidates])
  return (
    <section ref={box} className="duplicates" tabIndex={-1} aria-labelledby="duplicates-title">
      <h2 id="duplicates-title">{say('refer.duplicate', { count: candidates.length })}</h2>
      <p>{say('refer.duplicate-why')}</p>
      <ul className="plain-list">
        {candidates.map((candidate) => (
          <li key={candidate.id} className="card">
            <div className="card-header">
              <div>
                <strong>{candidate.name}</strong>
                <p className="hint">
                  {[
                    candidate.birthDate && say('refer.born', { day: day(candidate.birthDate, say.locale) }),
                    candidate.chartNumber && say('refer.chart', { chart: candidate.chartNumber }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <p>
                  <Icon name="alert" size={16} />{' '}
                  {say('refer.same', {
                    what: list(
                      candidate.because.map((same) => say(`refer.because.${same}`)),
                      say.locale,
                    ),
                  })}
                </p>
              </div>
              <Button
                isDisabled={isBusy || !isOnline}
                aria-label={`${say('refer.is-this')}, ${candidate.name}`}
                onClick={() => onThis(candidate)}
              >
                {say('refer.is-this')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button isBusy={isBusy} isDisabled={!isOnline} onClick={onSomebodyElse}>
          {say('refer.somebody-else')}
        </Button>
      </div>
    </section>
  )
}
