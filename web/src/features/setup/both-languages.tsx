import type { Fault } from '../../api/index.ts'
import type { Text } from '../../i18n/index.ts'
import { useText } from '../../i18n/index.ts'
import { TextArea, TextField } from '../../ui/index.ts'

export interface Both {
  readonly en: string
  readonly fr: string
}

export const neither: Both = { en: '', fr: '' }

/** The same words in English and in French, side by side. */
export function BothLanguages({
  pointer,
  label,
  hint,
  value,
  maxLength,
  isLine = false,
  onChange,
}: {
  readonly pointer: string
  readonly label: string
  readonly hint?: string
  readonly value: Both
  readonly maxLength: number
  readonly isLine?: boolean
  readonly onChange: (value: Both) => void
}) {
  const say = useText()
  const Field = isLine ? TextField : TextArea
  return (
    <fieldset className="field both">
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="grid-2">
        {(['en', 'fr'] as const).map((locale) => (
          <Field
            key={locale}
            pointer={`${pointer}/${locale}`}
            label={say(`texts.in.${locale}`)}
            lang={`${locale}-CA`}
            maxLength={maxLength}
            {...(!isLine && { rows: 6 })}
            value={value[locale]}
            onChange={(words) => onChange({ ...value, [locale]: words })}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What is said in one language has to be said in the other. */
export function bothFaults(pointer: string, label: string, { en, fr }: Both, say: Text): Fault[] {
  const missing = en.trim() === '' ? 'en' : 'fr'
  if ((en.trim() === '') === (fr.trim() === '')) return []
  return [{ pointer: `${pointer}/${missing}`, detail: say(`texts.needs.${missing}`, { text: label }) }]
}

/** As it is sent: both languages, or null for none. */
export function bothOrNone({ en, fr }: Both): Both | null {
  return en.trim() === '' ? null : { en: en.trim(), fr: fr.trim() }
}
