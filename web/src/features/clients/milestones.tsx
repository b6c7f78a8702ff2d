import { day, dayOf } from '../../../../shared/i18n/formats.ts'
import { useMe, useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'

/** What happened when, in one line; what has not happened is left out. */
export function Milestones({
  of,
}: {
  readonly of: readonly (readonly [label: string, instant: string | undefined])[]
}) {
  const say = useText()
  const today = useToday()
  const { zone } = useMe().centre
  const on = (instant: string) => {
    const date = dayOf(instant, zone)
    return day(date, say.locale, date.slice(0, 4) === today.slice(0, 4) ? 'short' : 'long')
  }
  return (
    <ul className="milestones">
      {of.map(
        ([label, instant]) =>
          instant && (
            <li key={label}>
              {label} <strong>{on(instant)}</strong>
            </li>
          ),
      )}
    </ul>
  )
}
