import { useQuery } from '@tanstack/react-query'
import { getCentre, read } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'

/** The centre's own words before somebody agrees, in the client's language. Nothing where it has none. */
export function ReadOut({
  words,
  locale,
}: {
  readonly words: 'consentToShare' | 'consentToMessages' | 'consentToEvaluation'
  /** The client's. */
  readonly locale: Locale
}) {
  const say = useText()
  const centre = useQuery(read(getCentre, {}))
  const own = centre.data?.settings.texts?.[words]?.[locale]
  if (own === undefined) return null
  return (
    <details>
      <summary>{say('prescribe.read-out')}</summary>
      <p className="details-body" lang={`${locale}-CA`}>
        {own}
      </p>
    </details>
  )
}
