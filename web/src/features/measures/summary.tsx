import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
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
import { inLocale, useText } from '../../i18n/index.ts'
import { ButtonLink, type Column, Loaded, Menu, Section, Table } from '../../ui/index.ts'
import { Nothing } from '../clients/nothing.tsx'
import { RetractDialog } from '../referrals/retract-dialog.tsx'
import { FollowUps } from './follow-ups.tsx'
import { type Outcome, phases } from './questions.ts'
import { Change, Score } from './scores.tsx'

/** One instrument, and what came of it at each time it was asked. */
interface Row {
  readonly instrument: string
  readonly taken: readonly Outcome[]
}

/** How the client is doing by their own answers: what is due, what was asked, and what has changed. */
export function MeasuresSummary({ referral }: { readonly referral: Answer<'getReferral'> }) {
  const say = useText()
  const can = useCan()
  const of = { params: { referral: referral.id } }
  const [wrong, setWrong] = useState<Outcome>()
  const outcomes = useQuery(readAll(listOutcomes, of))
  const followUps = useQuery(read(listFollowUps, of))
  const comparison = useQuery(read(compareOutcomes, of))
  const instruments = useQuery({ ...read(listInstruments, { query: { all: 'true' } }), staleTime: 5 * 60_000 })
  const recorded = (outcomes.data?.items ?? []).filter(({ status }) => status === 'recorded')
  const asked = phases.filter((phase) => recorded.some((each) => each.phase === phase))
  const rows = [...Map.groupBy(recorded, ({ instrument }) => instrument)].map(
    ([instrument, taken]): Row => ({ instrument, taken }),
  )
  const titleOf = (id: string) => {
    const title = instruments.data?.items.find((instrument) => instrument.id === id)?.title
    return title ? inLocale(title, say.locale) : id
  }
  const columns: readonly Column<Row>[] = [
    { key: 'instrument', label: say('field.instrument'), cell: ({ instrument }) => titleOf(instrument) },
    ...asked.map(
      (phase): Column<Row> => ({
        key: phase,
        label: capital(say(`word.${phase}`)),
        isNumber: true,
        cell: ({ taken }) => <Score of={taken.find((each) => each.phase === phase)} />,
      }),
    ),
    {
      key: 'change',
      label: say('measures.change'),
      cell: ({ instrument }) => (
        <Change among={(comparison.data?.items ?? []).filter((each) => each.instrument === instrument)} />
      ),
    },
    ...(can('outcomes:retract')
      ? [
          {
            key: 'more',
            label: say('privacy.do'),
            isAction: true,
            cell: ({ taken }: Row) => (
              <Menu
                label={say('client.more')}
                kind="quiet"
                size="small"
                items={taken.map((outcome) => ({
                  label: `${say('client.retract')}, ${say(`word.${outcome.phase}`)}`,
                  onClick: () => setWrong(outcome),
                }))}
              />
            ),
          },
        ]
      : []),
  ]
  return (
    <Section
      id="measures"
      title={say('client.section.measures')}
      actions={
        can('outcomes:record') &&
        referral.status !== 'requested' && (
          <ButtonLink to={`/clients/${referral.client}/measures/${referral.id}`} icon="list">
            {say('measures.ask')}
          </ButtonLink>
        )
      }
    >
      <div className="stack">
        <Loaded query={followUps} rows={1}>
          {({ items }) => <FollowUps items={items} />}
        </Loaded>
        <Loaded query={outcomes} rows={2}>
          {() =>
            rows.length === 0 ? (
              <Nothing title={say('measures.none')} why={say('measures.none-why')} />
            ) : (
              <Table
                caption={say('client.section.measures')}
                keyOf={({ instrument }) => instrument}
                rows={rows}
                columns={columns}
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
