import { capital } from '../../../../shared/i18n/capital.ts'
import type { Input } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'
import { ChipsField } from '../../ui/index.ts'
import { ReadOut } from '../consents/read-out.tsx'

export type How = Input<'giveConsent'>['body']['how']

const hows = ['spoken', 'written', 'electronic', 'substitute-decision-maker'] as const

/** What the client is asked before a partner is told or a message sent, in the client's language, and how they agreed. */
export function ConsentField({
  label,
  hint,
  asks,
  locale,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  /** The centre's own words for it. */
  readonly asks: 'consentToShare' | 'consentToMessages'
  /** The client's. */
  readonly locale: Locale
  readonly value: How | ''
  readonly onChange: (how: How | '') => void
}) {
  const say = useText()
  return (
    <div className="consent stack-small">
      <ChipsField
        pointer="#/consent"
        label={label}
        {...(hint && { hint })}
        isSingle
        value={value === '' ? [] : [value]}
        onChange={([how = '']: (How | '')[]) => onChange(how)}
        choices={hows.map((how) => ({ value: how, label: capital(say(`prescribe.agreed.${how}`)) }))}
      />
      <ReadOut words={asks} locale={locale} />
    </div>
  )
}
