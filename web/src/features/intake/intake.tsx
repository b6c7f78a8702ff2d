import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { listTasks, readAll } from '../../api/index.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Announce, Empty, Loaded, Page, Table, useOpened } from '../../ui/index.ts'
import { useColumns } from '../today/columns.tsx'
import { type Task, taskKey } from '../today/rows.ts'
import { useListKeys } from '../today/use-list-keys.ts'
import { useQuickLog } from '../today/use-quick-log.ts'
import { IntakePanel } from './panel.tsx'

/** New referrals that nobody has taken on yet, the longest waiting first: claim, give to a colleague, or decline. */
export function Intake() {
  const say = useText()
  const today = useToday()
  const { opened, open, close } = useOpened()
  const unassigned = useQuery(readAll(listTasks, { query: { assignee: 'unassigned' } }))
  const rows = (unassigned.data?.items ?? []).filter(({ kind }) => kind === 'new-referral')
  const quick = useQuickLog()
  const show = useCallback((task: Task) => open(taskKey(task)), [open])
  const told = useColumns({ today, onOpen: show })
  // What is due is the same in every row here.
  const columns = useMemo(() => told.filter(({ key }) => key !== 'status'), [told])
  const keys = useListKeys(rows, { c: quick.claim, e: quick.edit })
  const chosen = rows.find((task) => taskKey(task) === opened)
  return (
    <Page title={say('nav.intake')} lead={say('intake.lead')} isWide>
      <Announce>{unassigned.data ? say('common.count', { count: rows.length }) : ''}</Announce>
      <div className="beside">
        <Loaded query={unassigned} rows={8}>
          {() =>
            rows.length > 0 ? (
              <section ref={keys.list} onKeyDown={keys.onKeyDown} aria-label={say('nav.intake')}>
                <Table
                  caption={say('intake.caption')}
                  columns={columns}
                  rows={rows}
                  keyOf={taskKey}
                  selected={opened}
                  onChoose={show}
                />
              </section>
            ) : (
              <Empty title={say('today.empty.unassigned')}>{say('today.empty-why.unassigned')}</Empty>
            )
          }
        </Loaded>
        {chosen && <IntakePanel key={opened} task={chosen} onClose={close} />}
      </div>
    </Page>
  )
}
