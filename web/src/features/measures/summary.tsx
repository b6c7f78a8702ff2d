import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type Answer,
  compareOutcomes,
  listFollowUps,
  listInstruments,
  listOutcomes,
  read,
  readAll,
  retractOutcome,
} from '../../api/index.ts'
import { useCan } from '../../app/session.tsx'
import { capital } from '../../i18n/capital.ts'
import { day, number } from '../../i18n/formats.ts'
import { inLocale, type Text, useText } from '../../i18n/index.ts'
import { ButtonLink, Empty, Flag, type IconName, Loaded, Menu, Section, Table } from '../../ui/index.ts'
import { RetractDialog } from '../referrals/retract-dialog.tsx'

type Outcome = Answer<'getOutcome'>
type Comparison = Answer<'compareOutcomes'>['items'][number]

const looks: Record<string, readonly [IconName, 'neutral' | 'warning' | 'danger' | 'good']> = {
  upcoming: ['calendar', 'neutral'],
  due: ['bell', 'warning'],
  overdue: ['clock', 'danger'],
  missed: ['dash', 'neutral'],
  done: ['check', 'good'],
  cancelled: ['close', 'neutral'],
}

/** How the client is doing by their own answers: what is due, what was asked, and what has changed. */
export function MeasuresSummary({ referral }: { readonly referral: Answer<'getReferral'> }) {
  const say = useText()
  const can = useCan()
  const of = { params: { referral: referral.id } }
  const [wrong, setWrong] = useState<Outcome>()
  const followUps = useQuery(read(listFollowUps, of))
  const outcomes = useQuery(readAll(listOutcomes, of))
  const comparison = useQuery(read(compareOutcomes, of))
  const instruments = useQuery({ ...read(listInstruments, { query: { all: 'true' } }), staleTime: 5 * 60_000 })
  const titleOf = (id: string) => {
    const title = instruments.data?.items.find((instrument) => instrument.id === id)?.title
    return title ? inLocale(title, say.locale) : id
  }
  const ask = can('outcomes:record') && referral.status !== 'requested' && (
    <ButtonLink to={`/clients/${referral.client}/measures/${referral.id}`} icon="check">
      {say('measures.ask')}
    </ButtonLink>
  )
  return (
    <Section id="measures" title={say('client.section.measures')} actions={outcomes.data?.items.length ? ask : undefined}>
      <div className="stack">
        <Loaded query={followUps} rows={1}>
          {({ items }) => (
            <ul className="plain-list" aria-label={say('section.follow-up')}>
              {items.map(({ id, phase, status, dueOn, closesOn }) => (
                <li key={id} className="row">
                  <Flag icon={looks[status]?.[0] ?? 'dot'} tone={looks[status]?.[1] ?? 'neutral'}>
                    {`${capital(say(`word.${phase}`))}${say.locale === 'fr' ? '\u00a0' : ''}: ${say(`measures.follow-up.${status}`)}`}
                  </Flag>
                  <span className="hint">
                    {status === 'due' || status === 'overdue'
                      ? say('measures.window', { due: day(dueOn, say.locale), closes: day(closesOn, say.locale) })
                      : status === 'upcoming' && day(dueOn, say.locale)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        <Loaded query={outcomes} rows={2}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={say('measures.none')} actions={ask}>
                {say('measures.none-why')}
              </Empty>
            ) : (
              <Table
                caption={say('client.section.measures')}
                keyOf={({ id }) => id}
                rows={items.toSorted((a, b) => b.takenOn.localeCompare(a.takenOn))}
                columns={[
                  { key: 'instrument', label: say('field.instrument'), cell: ({ instrument }) => titleOf(instrument) },
                  { key: 'phase', label: say('field.phase'), cell: ({ phase }) => capital(say(`word.${phase}`)) },
                  { key: 'on', label: say('field.takenOn'), cell: ({ takenOn }) => day(takenOn, say.locale, 'short') },
                  { key: 'score', label: say('field.score'), isNumber: true, cell: (row) => <Score of={row} /> },
                  {
                    key: 'change',
                    label: say('measures.change'),
                    cell: (row) => <Change of={row} among={comparison.data?.items ?? []} />,
                  },
                  {
                    key: 'more',
                    label: say('privacy.do'),
                    cell: (row) =>
                      row.status === 'recorded' &&
                      can('outcomes:retract') && (
                        <Menu
                          label={say('client.more')}
                          kind="quiet"
                          size="small"
                          items={[{ label: say('client.retract'), onClick: () => setWrong(row) }]}
                        />
                      ),
                  },
                ]}
              />
            )
          }
        </Loaded>
      </div>
      {wrong && (
        <RetractDialog
          operation={retractOutcome}
          seen={{ params: { outcome: wrong.id }, ifMatch: wrong.version }}
          onClose={() => setWrong(undefined)}
        />
      )}
    </Section>
  )
}

function Score({ of: { status, score, scores, missing } }: { readonly of: Outcome }) {
  const say = useText()
  if (status === 'entered-in-error') return <Flag icon="close">{capital(say('status.entered-in-error'))}</Flag>
  if (score !== null) return <>{number(score, say.locale, { maximumFractionDigits: 1 })}</>
  if (scores && Object.keys(scores).length > 0) {
    return <>{Object.values(scores).map((each) => number(each, say.locale)).join(' · ')}</>
  }
  return <span className="hint">{say('measures.unanswered', { count: missing.length })}</span>
}

/** From the start to this phase; several where the items are never summed. */
function Change({ of, among }: { readonly of: Outcome; readonly among: readonly Comparison[] }) {
  const say = useText()
  if (of.status === 'entered-in-error') return null
  const mine = among.filter(({ instrument, phase }) => instrument === of.instrument && phase === of.phase)
  return (
    <span className="row">
      {mine.map(({ item = '', change, result }) => (
        <Flag
          key={item}
          icon={result === 'improved' ? 'check' : result === 'worse' ? 'alert' : 'dash'}
          tone={result === 'improved' ? 'good' : result === 'worse' ? 'warning' : 'neutral'}
        >
          {`${signed(change, say)} ${say(`measures.result.${result}`)}`}
        </Flag>
      ))}
    </span>
  )
}

function signed(change: number, say: Text): string {
  return number(change, say.locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })
}
