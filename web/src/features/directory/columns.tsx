import { Link } from '@tanstack/react-router'
import {
  costWords,
  hasRoom,
  languageWords,
  placesWords,
  whenWords,
  whereWords,
} from '../../../../shared/activities/words.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day } from '../../../../shared/i18n/formats.ts'
import type { Answer } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { inLocale, type Text, useText } from '../../i18n/index.ts'
import { type Column, Flag, Status } from '../../ui/index.ts'
import type { Activity } from '../activities/activity.ts'

type Partner = Pick<Answer<'getPartner'>, 'id' | 'name'>

/** Who stands behind a listing: a partner, another centre, or this one. */
export function sourceWords(
  { partner, owner }: Pick<Activity, 'partner' | 'owner'>,
  { partners, centre, say }: { readonly partners: readonly Partner[]; readonly centre: string; readonly say: Text },
): string {
  if (owner !== centre) return say('activities.elsewhere')
  if (partner === undefined) return say('activities.own')
  const found = partners.find(({ id }) => id === partner)
  return found ? inLocale(found.name, say.locale) : say('activities.a-partner')
}

/** What a row of the directory tells. */
export function useColumns(partners: readonly Partner[]): readonly Column<Activity>[] {
  const say = useText()
  const { centre } = useMe()
  return [
    {
      key: 'name',
      label: say('directory.activity'),
      cell: ({ id, name, category, status }) => (
        <>
          <Link to={`/activities/${id}`}>{inLocale(name, say.locale)}</Link>
          <div className="hint">{capital(say(`activities.category.${category}`))}</div>
          {status === 'closed' && <Status of="closed" words={capital(say('status.closed'))} />}
        </>
      ),
    },
    {
      key: 'when',
      label: say('directory.when-where'),
      cell: (activity) => (
        <>
          {whenWords(activity.schedule, say)}
          <div className="hint">{whereWords(activity, say)}</div>
        </>
      ),
    },
    { key: 'cost', label: say('activities.cost-label'), cell: (activity) => costWords(activity, say) },
    { key: 'languages', label: say('activities.languages'), cell: (activity) => languageWords(activity, say) },
    {
      key: 'places',
      label: say('activities.places-label'),
      cell: (activity) => (
        <Flag icon={hasRoom(activity) ? 'people' : 'pause'} tone={hasRoom(activity) ? 'good' : 'warning'}>
          {placesWords(activity, say)}
        </Flag>
      ),
    },
    {
      key: 'source',
      label: say('directory.source'),
      cell: (activity) => sourceWords(activity, { partners, centre: centre.id, say }),
    },
    {
      key: 'verified',
      label: say('activities.verified'),
      cell: ({ verifiedOn, stale }) => (
        <>
          {day(verifiedOn, say.locale, 'short')}
          {stale && (
            <div>
              <Flag icon="clock" tone="warning">
                {say('activities.stale-short')}
              </Flag>
            </div>
          )}
        </>
      ),
    },
  ]
}
