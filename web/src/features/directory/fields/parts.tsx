import type { ReactNode } from 'react'
import { useText } from '../../../i18n/index.ts'
import { TextArea, TextField } from '../../../ui/index.ts'
import type { Draft } from '../draft.ts'

export interface FieldsProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
}

const locales = ['en', 'fr'] as const

/** Fields that belong together. */
export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="edit-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

/** A text that is there in both languages or not at all. */
export function BothFields({
  pointer,
  labels,
  value,
  onChange,
  isLong = false,
  isOptional = false,
  maxLength,
}: {
  readonly pointer: string
  /** Under which key its two labels are. */
  readonly labels: string
  readonly value: Draft['name']
  readonly onChange: (value: Draft['name']) => void
  readonly isLong?: boolean
  readonly isOptional?: boolean
  readonly maxLength: number
}) {
  const say = useText()
  return (
    <div className="both-languages">
      {locales.map((locale) => {
        const field = {
          pointer: `${pointer}/${locale}`,
          label: say(`${labels}.${locale}`),
          lang: `${locale}-CA`,
          value: value[locale],
          onChange: (text: string) => onChange({ ...value, [locale]: text }),
          isOptional,
          maxLength,
        }
        return isLong ? <TextArea key={locale} {...field} rows={4} /> : <TextField key={locale} {...field} />
      })}
    </div>
  )
}
