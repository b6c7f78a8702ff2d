import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { fieldId } from './field-id.ts'
import type { Choice } from './fields.tsx'
import { useFault } from './form.tsx'

/** Any number of a few, each with what it means, one below the other. What is wrong is said of them all. */
export function ChecksField<V extends string>({
  label,
  pointer,
  hint,
  choices,
  value,
  onChange,
  isWide = false,
}: {
  readonly label: ReactNode
  /** Where the list goes in what is sent: `#/roles`. */
  readonly pointer: string
  readonly hint?: ReactNode
  readonly choices: readonly Choice<V>[]
  readonly value: readonly V[]
  readonly onChange: (value: V[]) => void
  /** Two beside each other, where there is room. */
  readonly isWide?: boolean
}) {
  const fault = useFault(pointer)
  const id = fieldId(pointer)
  return (
    <fieldset className="field" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <div className={isWide ? 'grid-2' : 'stack-small'}>
        {choices.map((choice, index) => (
          <Checkbox
            key={choice.value}
            id={index === 0 ? id : `${id}-${choice.value}`}
            className="field checkbox"
            label={choice.label}
            description={choice.hint}
            checked={value.includes(choice.value)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...value, choice.value] : value.filter((each) => each !== choice.value))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
