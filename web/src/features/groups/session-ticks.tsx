import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { addDays, day } from '../../../../shared/i18n/formats.ts'
import { listOccurrences, read } from '../../api/index.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Loaded, SelectField, TextField } from '../../ui/index.ts'
import type { Activity } from '../activities/activity.ts'
import { TickList } from './tick-list.tsx'

/** A list that nobody ticked for two months is history. */
const daysBack = 62

/** The tick list of a session: today's or the last one, or any of the last two months. */
export function SessionTicks({ activity }: { readonly activity: Activity }) {
  const today = useToday()
  return activity.schedule ? (
    <Scheduled activity={activity.id} today={today} />
  ) : (
    <AnyDay activity={activity.id} today={today} />
  )
}

function Scheduled({ activity, today }: { readonly activity: string; readonly today: string }) {
  const say = useText()
  const [chosen, setChosen] = useState('')
  const range = { from: addDays(today, -daysBack), to: today }
  const sessions = useQuery(read(listOccurrences, { params: { activity }, query: range }))
  return (
    <Loaded query={sessions} rows={3}>
      {({ items }) => {
        const dates = items.map(({ date }) => date).toReversed()
        const date = chosen || dates[0]
        if (date === undefined) return <p className="hint">{say('groups.no-session')}</p>
        return (
          <div className="stack-small">
            <SelectField
              pointer={`#/session/${activity}`}
              label={say('groups.session')}
              value={date}
              onChange={setChosen}
              choices={dates.map((value) => ({
                value,
                label: value === today ? say('groups.today') : capital(day(value, say.locale, 'weekday')),
              }))}
            />
            <TickList key={date} activity={activity} date={date} />
          </div>
        )
      }}
    </Loaded>
  )
}

/** What has no fixed time may have been on any day. */
function AnyDay({ activity, today }: { readonly activity: string; readonly today: string }) {
  const say = useText()
  const [date, setDate] = useState(today)
  return (
    <div className="stack-small">
      <TextField
        pointer={`#/session/${activity}`}
        type="date"
        width="short"
        label={say('groups.session')}
        max={today}
        value={date}
        onChange={setDate}
      />
      {date !== '' && date <= today && <TickList key={date} activity={activity} date={date} />}
    </div>
  )
}
