import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { listActivities, listPartners, readAll } from '../../api/index.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Announce, Button, ButtonLink, Empty, Loaded, Page, Table } from '../../ui/index.ts'
import { byName } from '../activities/activity.ts'
import { useColumns } from './columns.tsx'
import { type DirectoryFilter, DirectoryFilters, noFilter, queryOf } from './filters.tsx'
import './directory.css'

/** All that a person could be invited to: what it is, when, whether there is room, and whether somebody asked lately. */
export function Directory() {
  const say = useText()
  const can = useCan()
  const [filter, setFilter] = useState<DirectoryFilter>(noFilter)
  const asked = useDeferredValue(filter)
  const activities = useQuery({
    ...readAll(listActivities, { query: queryOf(asked) }),
    placeholderData: (before) => before,
  })
  const partners = useQuery({ ...readAll(listPartners, {}), enabled: can('partners:read') })
  const columns = useColumns(partners.data?.items ?? [])
  const found = byName(activities.data?.items ?? [], say.locale)
  const rows = asked.marks.includes('stale') ? found.filter(({ stale }) => stale) : found
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(noFilter)
  return (
    <Page
      title={say('directory.title')}
      isWide
      actions={
        <>
          <ButtonLink to="/pad" kind="quiet" icon="printer">
            {say('print.pad')}
          </ButtonLink>
          {can('activities:write') && (
            <ButtonLink to="/activities/new/edit" kind="primary" icon="plus">
              {say('directory.add')}
            </ButtonLink>
          )}
        </>
      }
    >
      <DirectoryFilters filter={filter} onChange={setFilter} />
      <Announce>{activities.data ? say('directory.count', { count: rows.length }) : ''}</Announce>
      <Loaded query={activities} rows={10}>
        {({ isMore }) =>
          rows.length > 0 ? (
            <>
              <p className="directory-count" aria-hidden="true">
                {say('directory.count', { count: rows.length })}
              </p>
              <Table caption={say('directory.caption')} columns={columns} rows={rows} keyOf={({ id }) => id} />
              {isMore && <p className="hint">{say('directory.more')}</p>}
            </>
          ) : isFiltered ? (
            <Empty
              title={say('directory.no-match')}
              icon="search"
              actions={<Button onClick={() => setFilter(noFilter)}>{say('prescribe.clear')}</Button>}
            />
          ) : (
            <Empty title={say('directory.empty')}>{say('directory.empty-why')}</Empty>
          )
        }
      </Loaded>
    </Page>
  )
}
