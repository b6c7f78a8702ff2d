import {
  Checkbox as MantineCheckbox,
  Switch as MantineSwitch,
  NativeSelect,
  Radio,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { HTMLAttributes, ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { fieldId } from './field-id.ts'
import { useFault } from './form.tsx'

interface FieldProps {
  readonly label: ReactNode
  /** Where the value goes in what is sent, as the API points at it: `#/names/given`. */
  readonly pointer: string
  readonly hint?: ReactNode
  readonly isOptional?: boolean
  readonly isDisabled?: boolean
}

interface ValueProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** What is the same for every field: an id to be sent to, its label, its fault. */
function useField({ label, pointer, hint, isOptional, isDisabled }: FieldProps) {
  const say = useText()
  const fault = useFault(pointer)
  return {
    id: fieldId(pointer),
    label: isOptional ? (
      <>
        {label} <span className="optional">{say('common.optional')}</span>
      </>
    ) : (
      label
    ),
    description: hint,
    error: fault && <span lang={`${say.locale}-CA`}>{fault}</span>,
    disabled: isDisabled ?? false,
    withErrorStyles: true,
  }
}

interface TextProps extends ValueProps {
  readonly type?: 'text' | 'tel' | 'email' | 'search' | 'number' | 'date'
  readonly autoComplete?: string
  readonly placeholder?: string
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly min?: string | number
  readonly max?: string | number
  readonly maxLength?: number
  readonly lang?: string
  /** As wide as what goes in it. */
  readonly width?: 'short' | 'medium' | 'full'
}

/** One line of text, a number or a day: what the browser itself offers for it. */
export function TextField({
  label,
  pointer,
  hint,
  isOptional,
  isDisabled,
  onChange,
  width = 'full',
  ...input
}: TextProps) {
  const field = useField({ label, pointer, hint, isOptional, isDisabled } as FieldProps)
  return (
    <TextInput
      {...field}
      {...input}
      className={`field field-${width}`}
      autoComplete={input.autoComplete ?? 'off'}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export function TextArea({
  label,
  pointer,
  hint,
  isOptional,
  isDisabled,
  onChange,
  rows = 3,
  ...input
}: ValueProps & { readonly rows?: number; readonly maxLength?: number; readonly lang?: string }) {
  const field = useField({ label, pointer, hint, isOptional, isDisabled } as FieldProps)
  return (
    <Textarea
      {...field}
      {...input}
      rows={rows}
      className="field field-full"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export interface Choice<V extends string = string> {
  readonly value: V
  readonly label: string
  readonly hint?: string
}

/** One of many, by the browser's own list. */
export function SelectField<V extends string>({
  label,
  pointer,
  hint,
  isOptional,
  isDisabled,
  choices,
  value,
  onChange,
  width = 'medium',
}: FieldProps & {
  readonly value: V
  readonly onChange: (value: V) => void
  readonly choices: readonly Choice<V>[]
  readonly width?: 'short' | 'medium' | 'full'
}) {
  const field = useField({ label, pointer, hint, isOptional, isDisabled } as FieldProps)
  return (
    <NativeSelect
      {...field}
      className={`field field-${width}`}
      value={value}
      data={choices.map(({ value, label }) => ({ value, label }))}
      onChange={(event) => onChange(event.currentTarget.value as V)}
    />
  )
}

export function Checkbox({
  label,
  pointer,
  hint,
  isChecked,
  isDisabled,
  onChange,
}: Omit<FieldProps, 'isOptional'> & { readonly isChecked: boolean; readonly onChange: (isChecked: boolean) => void }) {
  const field = useField({ label, pointer, hint, isDisabled } as FieldProps)
  const { withErrorStyles: _, ...rest } = field
  return (
    <MantineCheckbox
      {...rest}
      className="field checkbox"
      checked={isChecked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

export function Switch({
  label,
  pointer,
  hint,
  isOn,
  isDisabled,
  onChange,
}: Omit<FieldProps, 'isOptional'> & { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  const { withErrorStyles: _, ...field } = useField({ label, pointer, hint, isDisabled } as FieldProps)
  return (
    <MantineSwitch
      {...field}
      className="field"
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

/** One of a few, all in sight. */
export function RadioField<V extends string>({
  label,
  pointer,
  hint,
  isOptional,
  choices,
  value,
  onChange,
  isLarge = false,
}: FieldProps & {
  readonly value: V | ''
  readonly onChange: (value: V) => void
  readonly choices: readonly Choice<V>[]
  readonly isLarge?: boolean
}) {
  const {
    withErrorStyles: _,
    disabled: __,
    id,
    ...field
  } = useField({ label, pointer, hint, isOptional } as FieldProps)
  return (
    <Radio.Group
      {...field}
      value={value}
      onChange={(next) => onChange(next as V)}
      className={`field radios ${isLarge ? 'radios-large' : ''}`}
    >
      <div className="choices">
        {choices.map((choice, index) => (
          <Radio
            key={choice.value}
            {...(index === 0 && { id })}
            value={choice.value}
            label={choice.label}
            description={choice.hint}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

/** Any number of a few, each a button that stays pressed: one click each, all in sight. */
export function ChipsField<V extends string>({
  label,
  pointer,
  hint,
  isOptional,
  choices,
  value,
  onChange,
  isSingle = false,
}: FieldProps & {
  readonly value: readonly V[]
  readonly onChange: (value: V[]) => void
  readonly choices: readonly Choice<V>[]
  /** Picking one lets go of the other. */
  readonly isSingle?: boolean
}) {
  const say = useText()
  const fault = useFault(pointer)
  const id = fieldId(pointer)
  const toggle = (picked: V) => {
    if (value.includes(picked)) return onChange(value.filter((each) => each !== picked))
    onChange(isSingle ? [picked] : [...value, picked])
  }
  return (
    <fieldset className="field chips" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend>
        {label} {isOptional && <span className="optional">{say('common.optional')}</span>}
      </legend>
      {hint && <p className="hint">{hint}</p>}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <div className="choices">
        {choices.map((choice, index) => (
          <button
            key={choice.value}
            {...(index === 0 && { id })}
            type="button"
            className="chip"
            aria-pressed={value.includes(choice.value)}
            onClick={() => toggle(choice.value)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
