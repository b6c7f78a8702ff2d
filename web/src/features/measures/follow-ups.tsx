import { capital } from '../../../../shared/i18n/capital.ts'
import { day } from '../../../../shared/i18n/formats.ts'
import type { Answer } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { Flag, type IconName } from '../../ui/index.ts'

type FollowUp = Answer<'listFollowUps'>['items'][number]

const looks: Record<FollowUp['status'], readonly [IconName, 'neutral' | 'warning' | 'danger' | 'good']> = {
  upcoming: ['calendar', 'neutral'],
  due: ['bell', 'warning'],
  overdue: ['clock', 'danger'],
  missed: ['dash', 'neutral'],
  done: ['check', 'good'],
  cancelled: ['close', 'neutral'],
}

/** Each follow-up after the start: done, due until when, still to come, or missed. */
export function FollowUps({ items }: { readonly items: readonly FollowUp[] }) {
  const say = useText()
  if (items.length === 0) return null
  return (
    <ul className="follow-ups" aria-label={say('section.follow-up')}>
      {items.map(({ id, phase, status, dueOn, closesOn }) => (
        <li key={id}>
          <strong>{capital(say(`word.${phase}`))}</strong>
          <Flag icon={looks[status][0]} tone={looks[status][1]}>
            {say(`measures.follow-up.${status}`)}
          </Flag>
          {status !== 'done' && status !== 'cancelled' && (
            <span className="hint">
              {status === 'upcoming'
                ? day(dueOn, say.locale)
                : say('measures.window', { due: day(dueOn, say.locale), closes: day(closesOn, say.locale) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
