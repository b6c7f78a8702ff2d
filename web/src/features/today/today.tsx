import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day } from '../../../../shared/i18n/formats.ts'
import { listTasks, readAll } from '../../api/index.ts'
import { useCan, useToday } from '../../app/session.tsx'
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
  useOpened,
} from '../../ui/index.ts'
import { useColumns } from './columns.tsx'
import { TaskPanel } from './panel.tsx'
import { inView, openedOf, type Task, taskKey, type View, views } from './rows.ts'
import { useListKeys } from './use-list-keys.ts'
import { useQuickLog } from './use-quick-log.ts'

/** A row’s panel is open on the form of a contact. */
const logging = 'log '

/** The navigator's morning: who to get in touch with, the most overdue first, and a contact logged in two clicks. */
export function Today() {
  const say = useText()
  const today = useToday()
  const seesIntake = useCan()('referrals:accept')
  const [view, setView] = useState<View>('mine')
  const [search, setSearch] = useState('')
  const { opened, open, close } = useOpened()
  const mine = useQuery(readAll(listTasks, { query: { assignee: 'me' } }))
  const unassigned = useQuery({ ...readAll(listTasks, { query: { assignee: 'unassigned' } }), enabled: seesIntake })
  const all = { mine: mine.data?.items ?? [], unassigned: unassigned.data?.items ?? [] }
  const rows = inView(view, all, search)
  const chosen = openedOf(opened, [...all.mine, ...all.unassigned])
  // The same from one drawing to the next: what has not changed of a long list is not drawn again.
  const show = useCallback((task: Task) => open(taskKey(task)), [open])
  const log = useCallback((task: Task) => open(`${logging}${taskKey(task)}`), [open])
  const columns = useColumns({ today, onOpen: show })
  const quick = useQuickLog()
  const keys = useListKeys(rows, {
    l: log,
    n: (task) => quick.log(task, 'no-answer'),
    v: (task) => quick.log(task, 'left-message'),
    c: quick.claim,
    p: quick.prescribe,
    e: quick.edit,
  })

  return (
    <Page title={say('today.title')} lead={capital(day(today, say.locale, 'weekday'))} isWide>
      <Tabs
        label={say('today.views')}
        chosen={view}
        onChoose={(key) => setView(key as View)}
        tabs={views
          .filter((key) => seesIntake || key === 'mine' || key === 'overdue')
          .map((key) => ({ key, label: say(`today.view.${key}`), count: mine.data && inView(key, all, '').length }))}
      />
      <ListSearch id="today-search" label={say('today.search')} value={search} onChange={setSearch} />
      <Announce>{mine.data ? say('today.count', { count: rows.length }) : ''}</Announce>
      <Incomplete isShown={mine.data?.isIncomplete} />
      <div className="beside">
        <Loaded query={view === 'unassigned' ? unassigned : mine} rows={10}>
          {() =>
            rows.length > 0 ? (
              <section ref={keys.list} onKeyDown={keys.onKeyDown} aria-label={say(`today.view.${view}`)}>
                <Table
                  caption={say('today.caption')}
                  columns={columns}
                  rows={rows}
                  keyOf={taskKey}
                  selected={chosen && taskKey(chosen)}
                  onChoose={show}
                />
              </section>
            ) : (
              <NothingToDo
                view={view}
                isFiltered={search !== ''}
                next={all.mine[0]?.dueOn}
                waiting={all.unassigned.length}
                onClear={() => setSearch('')}
                onWaiting={() => setView('unassigned')}
              />
            )
          }
        </Loaded>
        {chosen && (
          <TaskPanel key={opened} task={chosen} isLogging={opened?.startsWith(logging) ?? false} onClose={close} />
        )}
      </div>
    </Page>
  )
}

function NothingToDo({
  view,
  isFiltered,
  next,
  waiting,
  onClear,
  onWaiting,
}: {
  readonly view: View
  readonly isFiltered: boolean
  /** The next day on which something is due. */
  readonly next: string | undefined
  /** How many nobody has claimed. */
  readonly waiting: number
  readonly onClear: () => void
  readonly onWaiting: () => void
}) {
  const say = useText()
  const can = useCan()
  if (isFiltered) {
    return (
      <Empty
        title={say('today.no-match')}
        icon="search"
        actions={<Button onClick={onClear}>{say('today.clear')}</Button>}
      />
    )
  }
  const isUnclaimed = waiting > 0 && view === 'mine'
  return (
    <Empty
      title={say(`today.empty.${view}`)}
      actions={
        isUnclaimed ? (
          <Button onClick={onWaiting}>{say('today.show-waiting', { count: waiting })}</Button>
        ) : (
          next === undefined && can('referrals:request') && <ButtonLink to="/refer">{say('nav.refer')}</ButtonLink>
        )
      }
    >
      {next !== undefined && view === 'overdue'
        ? say('today.next-due', { date: day(next, say.locale, 'weekday') })
        : say(`today.empty-why.${view}`)}
    </Empty>
  )
}
