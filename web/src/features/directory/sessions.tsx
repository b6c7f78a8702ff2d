import { useQuery } from '@tanstack/react-query'
import { capital } from '../../../../shared/i18n/capital.ts'
import { addDays, day, time } from '../../../../shared/i18n/formats.ts'
import { listOccurrences, read } from '../../api/index.ts'
import { useMe, useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Loaded, Section } from '../../ui/index.ts'

const mostShown = 6

/** When it happens next. */
export function Sessions({ activity }: { readonly activity: string }) {
  const say = useText()
  const today = useToday()
  const { centre } = useMe()
  const range = { from: today, to: addDays(today, 180) }
  const sessions = useQuery(read(listOccurrences, { params: { activity }, query: range }))
  return (
    <Section title={say('directory.sessions')}>
      <Loaded query={sessions} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="hint">{say('directory.no-sessions')}</p>
          ) : (
            <ol className="sessions">
              {items.slice(0, mostShown).map(({ start, date }) => (
                <li key={start}>
                  {capital(day(date, say.locale, 'weekday'))}, {time(new Date(start), say.locale, centre.zone)}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Section>
  )
}
