import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isOnPlan } from '../../../../shared/prescriptions/status.ts'
import {
  type Answer,
  listConsents,
  listPartners,
  listPrescriptions,
  matchActivities,
  type Problem,
  read,
  readAll,
} from '../../api/index.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Button, Empty, LoadError, Loaded, useOpened } from '../../ui/index.ts'
import { Compare } from './compare.tsx'
import { type Filter, fits, type Match, noFilter } from './filter.ts'
import { Filters } from './filters.tsx'
import { MatchList } from './match-list.tsx'
import { OnThePlan } from './on-the-plan.tsx'
import { Plan } from './plan.tsx'
import { Shortlist } from './shortlist.tsx'

/** As many as the API ranks at once: filtering them here asks nothing, and reads the client's record once. */
const mostMatches = 200

/** What fits, what to ask of it, and the one that was picked. */
export function Choosing({ client, referral }: { readonly client: Answer<'getClient'>; readonly referral: string }) {
  const say = useText()
  const [filter, setFilter] = useState<Filter>(noFilter)
  const { opened: chosen, open, close } = useOpened()
  const [compared, setCompared] = useState<readonly string[]>([])
  const [shown, setShown] = useState<'compare' | 'shortlist'>()
  const params = { client: client.id }
  const matches = useQuery({ ...read(matchActivities, { params, body: { limit: mostMatches } }), staleTime: 60_000 })
  const plan = useQuery(readAll(listPrescriptions, { params: { referral } }))
  const consents = useQuery(read(listConsents, { params }))
  const partners = useQuery(readAll(listPartners, {}))
  const planned = (plan.data?.items ?? []).filter(({ status }) => isOnPlan(status))
  const all = matches.data?.items ?? []
  const fitting = all.filter((match) => fits(match, filter))
  const picked = all.find(({ activity }) => activity.id === chosen)?.activity
  const set = compared.flatMap((id) => all.find(({ activity }) => activity.id === id) ?? [])
  const nameOf = (partner: string | undefined) => {
    const name = partners.data?.items.find(({ id }) => id === partner)?.name
    return name && inLocale(name, say.locale)
  }

  return (
    <>
      <OnThePlan prescriptions={planned} />
      {consents.error && <LoadError problem={consents.error as Problem} onRetry={() => void consents.refetch()} />}
      <Loaded query={matches} rows={8}>
        {() => (
          <div className="beside">
            <div>
              <Filters filter={filter} onChange={setFilter} matches={all} />
              <div className="match-bar">
                <p role="status" className={fitting.length === 0 ? 'visually-hidden' : undefined}>
                  {fitting.length > 0 ? say('prescribe.count', { count: fitting.length }) : say('prescribe.no-match')}
                </p>
                {all.length > 0 && (
                  <>
                    <Button isDisabled={set.length < 2} onClick={() => setShown('compare')}>
                      {say('prescribe.compare-chosen', { count: set.length })}
                    </Button>
                    <Button isDisabled={set.length === 0} icon="printer" onClick={() => setShown('shortlist')}>
                      {say('prescribe.shortlist.open', { count: set.length })}
                    </Button>
                  </>
                )}
              </div>
              {fitting.length > 0 ? (
                <MatchList
                  matches={fitting}
                  planned={planned}
                  nameOf={nameOf}
                  chosen={chosen}
                  onChoose={open}
                  compared={compared}
                  onCompare={setCompared}
                />
              ) : (
                <NoMatch isFiltered={all.length > 0} onClear={() => setFilter(noFilter)} />
              )}
            </div>
            {picked && (
              <Plan
                key={picked.id}
                client={client}
                referral={referral}
                activity={picked}
                partner={nameOf(picked.partner)}
                isShared={isShared(picked, consents.data?.items ?? [])}
                planned={planned.filter(({ activity }) => activity === picked.id)}
                onClose={close}
              />
            )}
          </div>
        )}
      </Loaded>
      <Compare
        matches={set}
        isOpen={shown === 'compare'}
        onClose={() => setShown(undefined)}
        onChoose={(id) => {
          open(id)
          setShown(undefined)
        }}
      />
      <Shortlist
        activities={set.map(({ activity }) => activity)}
        client={client}
        consents={consents.data?.items ?? []}
        isOpen={shown === 'shortlist'}
        onClose={() => setShown(undefined)}
      />
    </>
  )
}

/** Whether the client agreed before, for whatever is prescribed, that this activity's partner is told. */
function isShared({ partner }: Match['activity'], consents: Answer<'listConsents'>['items']): boolean {
  return consents.some(
    ({ status, scope }) =>
      status === 'given' && scope.kind === 'share' && scope.partner === partner && scope.prescription === undefined,
  )
}

function NoMatch({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const say = useText()
  if (!isFiltered) return <Empty title={say('prescribe.empty')}>{say('prescribe.empty-why')}</Empty>
  return (
    <Empty
      title={say('prescribe.no-match')}
      icon="search"
      actions={<Button onClick={onClear}>{say('prescribe.clear')}</Button>}
    />
  )
}
