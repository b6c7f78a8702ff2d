import { useQuery } from '@tanstack/react-query'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, dayOf } from '../../../../shared/i18n/formats.ts'
import { type Answer, listAttendances, read, readAll, readRoster } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { type Column, Icon, type IconName, Loaded, Section, Status, Table } from '../../ui/index.ts'

type Entry = Answer<'readRoster'>['items'][number]
type Attendance = Answer<'listAttendances'>['items'][number]

const mostSessions = 6
const icons: Record<Attendance['result'], IconName> = { attended: 'check', missed: 'close', excused: 'dash' }

/** Who takes part, and who came to each of the last sessions: one row a person, one column a session. */
export function AttendanceGrid({ activity }: { readonly activity: string }) {
  const say = useText()
  const roster = useQuery(read(readRoster, { params: { activity }, query: {} }))
  const attendances = useQuery(readAll(listAttendances, { params: { activity } }))
  const all = attendances.data?.items ?? []
  const dates = [...new Set(all.map(({ date }) => date))].toSorted().slice(-mostSessions)
  const results = new Map(all.map(({ prescription, date, result }) => [`${prescription} ${date}`, result]))
  const columns: Column<Entry>[] = [
    { key: 'name', label: say('directory.person'), cell: ({ name }) => name },
    {
      key: 'status',
      label: say('directory.status'),
      cell: ({ status }) => <Status of={status} words={capital(say(`status.${status}`))} />,
    },
    ...dates.map((date) => ({
      key: date,
      label: day(date, say.locale, 'short'),
      cell: ({ prescription }: Entry) => <Result of={results.get(`${prescription} ${date}`)} />,
    })),
    { key: 'times', label: say('directory.times'), isNumber: true, cell: ({ timesAttended }) => timesAttended },
  ]
  return (
    <Section title={say('directory.people')}>
      <Loaded query={roster} rows={4}>
        {({ items }) => {
          const rows = items.filter(({ status }) => status !== 'on-hold')
          if (rows.length === 0) return <p className="hint">{say('groups.nobody')}</p>
          return (
            <div className="table-scroll">
              <Table
                caption={say('directory.people')}
                columns={columns}
                rows={rows}
                keyOf={({ prescription }) => prescription}
              />
            </div>
          )
        }}
      </Loaded>
    </Section>
  )
}

function Result({ of }: { readonly of: Attendance['result'] | undefined }) {
  const say = useText()
  if (of === undefined) return <span className="hint">{say('groups.result.none')}</span>
  return (
    <span className={`result result-${of}`}>
      <Icon name={icons[of]} size={16} /> {capital(say(`word.${of}`))}
    </span>
  )
}

/** Who waits for a place, in their order. */
export function WaitingList({ activity }: { readonly activity: string }) {
  const say = useText()
  const { centre } = useMe()
  const roster = useQuery(read(readRoster, { params: { activity }, query: {} }))
  const waiting = (roster.data?.items ?? []).filter(({ status }) => status === 'on-hold')
  if (waiting.length === 0) return null
  return (
    <Section title={say('directory.waiting')}>
      <ol className="stack-small">
        {waiting.map(({ prescription, name, waitingSince }) => (
          <li key={prescription}>
            {name}
            {waitingSince && (
              <span className="hint">
                {' '}
                {say('directory.since', { date: day(dayOf(waitingSince, centre.zone), say.locale) })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
