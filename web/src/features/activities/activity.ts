import type { Answer } from '../../api/index.ts'
import type { Locale } from '../../i18n/locale.ts'

/** A listing of the directory, as the API answers it. */
export type Activity = Answer<'getActivity'>

/** Listings by the name that is shown: they come in the order of the language that they were asked for in. */
export function byName(activities: readonly Activity[], locale: Locale): Activity[] {
  const names = new Intl.Collator(`${locale}-CA`)
  return activities.toSorted((a, b) => names.compare(a.name[locale], b.name[locale]))
}
