import './referrals.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listMessages, listReferrals, readAll } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import {
  Announce,
  Button,
  ButtonLink,
  Empty,
  Incomplete,
  ListSearch,
  Loaded,
  Page,
  Table,
  Tabs,
} from '../../ui/index.ts'
import { useSignpostsThisMonth } from '../signposts/use-this-month.ts'
import { useColumns } from './columns.tsx'
import { ReferralPanel } from './panel.tsx'
import { rowsOf, type View, views } from './rows.ts'

/** What became of the people I referred: one line each, the latest news first. */
export function MyReferrals() {
  const say = useText()
  const me = useMe()
  const [view, setView] = useState<View>('open')
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<string>()
  const referrals = useQuery(readAll(listReferrals, { query: { prescriber: me.id } }))
  const messages = useQuery(readAll(listMessages, {}))
  const mine = referrals.data?.items ?? []
  const news = messages.data?.items ?? []
  const rows = rowsOf(view, mine, news, search)
  const chosen = rowsOf('all', mine, news).find(({ id }) => id === open)
  const columns = useColumns(setOpen)
  const signposted = useSignpostsThisMonth()
  return (
    <Page
      title={say('nav.referrals')}
      lead={signposted}
      isWide
      actions={
        <ButtonLink to="/refer" kind="primary" icon="plus">
          {say('referrals.refer')}
        </ButtonLink>
      }
    >
      <Tabs
        label={say('today.views')}
        chosen={view}
        onChoose={(key) => setView(key as View)}
        tabs={views.map((key) => ({
          key,
          label: say(`referrals.view.${key}`),
          count: referrals.data && rowsOf(key, mine, []).length,
        }))}
      />
      <ListSearch id="referrals-search" label={say('today.search')} value={search} onChange={setSearch} />
      <Announce>{referrals.data ? say('common.count', { count: rows.length }) : ''}</Announce>
      <Incomplete isShown={referrals.data?.isIncomplete} />
      <div className="beside">
        <Loaded query={referrals} rows={8}>
          {({ items }) =>
            rows.length > 0 ? (
              <Table
                caption={say('referrals.caption')}
                columns={columns}
                rows={rows}
                keyOf={({ id }) => id}
                selected={open}
                onChoose={({ id }) => setOpen(id)}
              />
            ) : (
              <Nothing
                isNew={items.length === 0}
                isFiltered={search !== ''}
                view={view}
                onClear={() => setSearch('')}
              />
            )
          }
        </Loaded>
        {chosen && <ReferralPanel key={open} row={chosen} onClose={() => setOpen(undefined)} />}
      </div>
    </Page>
  )
}

function Nothing({
  isNew,
  isFiltered,
  view,
  onClear,
}: {
  readonly isNew: boolean
  readonly isFiltered: boolean
  readonly view: View
  readonly onClear: () => void
}) {
  const say = useText()
  if (isNew) {
    return <Empty title={say('referrals.none')}>{say('referrals.none-why')}</Empty>
  }
  if (isFiltered) {
    return (
      <Empty
        title={say('today.no-match')}
        icon="search"
        actions={<Button onClick={onClear}>{say('today.clear')}</Button>}
      />
    )
  }
  return <Empty title={say(`referrals.empty.${view}`)} />
}
