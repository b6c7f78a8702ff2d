import {
  codeWords,
  costWords,
  languageWords,
  placesWords,
  whenWords,
  whereWords,
} from '../../../../shared/activities/words.ts'
import { day, localTime } from '../../../../shared/i18n/formats.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Banner, Facts } from '../../ui/index.ts'
import type { Activity } from './activity.ts'

/** What to know of an activity before somebody goes there. */
export function ActivityFacts({
  activity,
  partner,
}: {
  readonly activity: Activity
  readonly partner?: string | undefined
}) {
  const say = useText()
  const { contact, eligibility, accessibility, barriersAnswered, next, schedule } = activity
  return (
    <Facts
      of={[
        [say('activities.when'), whenWords(schedule, say)],
        [say('activities.next'), next && schedule && localTime(`${next.date}T${schedule.start.slice(11)}`, say.locale)],
        [say('activities.where'), whereWords(activity, say)],
        [say('activities.cost-label'), costWords(activity, say)],
        [say('activities.languages'), languageWords(activity, say)],
        [say('activities.places-label'), placesWords(activity, say)],
        [say('activities.accessible'), codeWords(accessibility, 'activities.accessibility', say)],
        [say('activities.helps'), codeWords(barriersAnswered, 'code.barrier', say)],
        [say('activities.for-whom'), eligibility && inLocale(eligibility, say.locale)],
        [say('activities.organiser'), partner],
        [say('activities.contact'), [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')],
        [say('activities.verified'), day(activity.verifiedOn, say.locale)],
      ]}
    />
  )
}

/** Nobody has asked the organiser for three months. */
export function Stale({ activity }: { readonly activity: Pick<Activity, 'stale' | 'verifiedOn'> }) {
  const say = useText()
  if (!activity.stale) return null
  return <Banner kind="warning" title={say('activities.stale', { date: day(activity.verifiedOn, say.locale) })} />
}
