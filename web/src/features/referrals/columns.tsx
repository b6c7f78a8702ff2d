import { capital } from '../../../../shared/i18n/capital.ts'
import { day, dayOf } from '../../../../shared/i18n/formats.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { type Column, Flag, Status } from '../../ui/index.ts'
import { OutcomeSentence } from './outcome.tsx'
import type { Row } from './rows.ts'

/** What a line tells: who, what for, where it stands, what was heard last. */
export function useColumns(onOpen: (id: string) => void): readonly Column<Row>[] {
  const say = useText()
  const { centre } = useMe()
  const short = (instant: string) => day(dayOf(instant, centre.zone), say.locale, 'short')
  return [
    {
      key: 'client',
      label: say('today.column.client'),
      cell: ({ id, client, clientName, urgency }) => (
        <div className="who">
          <a
            href={`/clients/${client}`}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return
              event.preventDefault()
              event.stopPropagation()
              onOpen(id)
            }}
          >
            {clientName}
          </a>
          {urgency === 'urgent' && (
            <Flag icon="alert" tone="danger">
              {say('today.flag.urgent')}
            </Flag>
          )}
        </div>
      ),
    },
    {
      key: 'needs',
      label: say('referrals.column.needs'),
      cell: ({ reasons: [first, ...more] }) =>
        first && (
          <div className="need">
            {capital(say(`code.referral-reason.${first}`))}
            {more.length > 0 && <span className="hint"> {say('today.more-needs', { count: more.length })}</span>}
          </div>
        ),
    },
    {
      key: 'status',
      label: say('referrals.column.status'),
      cell: ({ status }) => <Status of={status} words={capital(say(`status.${status}`))} />,
    },
    {
      key: 'news',
      label: say('referrals.column.news'),
      cell: (row) => (
        <>
          <OutcomeSentence row={row} />
          {row.news && <span className="hint nowrap"> {short(row.news.createdAt)}</span>}
        </>
      ),
    },
    {
      key: 'sent',
      label: say('referrals.column.sent'),
      cell: ({ requestedAt }) => <span className="nowrap">{short(requestedAt)}</span>,
    },
  ]
}
