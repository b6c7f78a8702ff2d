import { Link } from '@tanstack/react-router'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, languageName } from '../../../../shared/i18n/formats.ts'
import type { Answer, Input } from '../../api/index.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { type Column, Hidden } from '../../ui/index.ts'
import { ageOn } from './person.ts'

export type Hit = Answer<'searchClients'>['items'][number]

/** Names have no digits: with some, it is a birth date or a chart number. */
export function searchOf(words: string): Input<'searchClients'>['body'] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return { birthDate: words }
  return /\d/.test(words) ? { chartNumber: words } : { text: words }
}

/** Enough to tell two people of one name apart; two that are one person can be ticked. */
export function useHitColumns(
  ticks: { readonly same: readonly Hit[]; readonly setSame: (same: readonly Hit[]) => void } | undefined,
): readonly Column<Hit>[] {
  const say = useText()
  const today = useToday()
  return [
    { key: 'name', label: say('find.name'), cell: ({ id, name }) => <Link to={`/clients/${id}`}>{name}</Link> },
    {
      key: 'born',
      label: say('field.birthDate'),
      cell: ({ birthDate }) =>
        birthDate && (
          <>
            {day(birthDate, say.locale)}
            <span className="hint"> · {say('today.age', { count: ageOn(birthDate, today) })}</span>
          </>
        ),
    },
    { key: 'chart', label: say('field.chartNumber'), cell: ({ chartNumber }) => chartNumber },
    { key: 'locale', label: say('field.locale'), cell: ({ locale }) => capital(languageName(locale, say.locale)) },
    ...(ticks
      ? [
          {
            key: 'same',
            label: say('find.same'),
            cell: (hit: Hit) => (
              <label className="tick">
                <input
                  type="checkbox"
                  checked={ticks.same.some(({ id }) => id === hit.id)}
                  disabled={ticks.same.length === 2 && !ticks.same.some(({ id }) => id === hit.id)}
                  onChange={(event) =>
                    ticks.setSame(
                      event.currentTarget.checked ? [...ticks.same, hit] : ticks.same.filter(({ id }) => id !== hit.id),
                    )
                  }
                />
                <Hidden>{say('find.same-as', { name: hit.name })}</Hidden>
              </label>
            ),
          },
        ]
      : []),
  ]
}
