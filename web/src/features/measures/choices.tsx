import { inLocale, useTextIn } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'
import { TextField } from '../../ui/index.ts'
import type { Item } from './questions.ts'

/** More than this and a number is typed instead of picked. */
const mostPicked = 11

/** What a question may be answered with: words one under the other, a scale side by side, or a number. */
export function Choices({
  item,
  locale,
  picked,
  onPick,
}: {
  readonly item: Item
  readonly locale: Locale
  readonly picked: number | undefined
  readonly onPick: (value: number | undefined) => void
}) {
  const say = useTextIn(locale)
  if ('options' in item) {
    return (
      <div className="answers">
        {item.options.map(({ code, label }) => (
          <Choice key={code} value={code} isPicked={picked === code} onPick={onPick}>
            {inLocale(label, locale)}
          </Choice>
        ))}
      </div>
    )
  }
  const { min, max, minLabel, maxLabel } = item.range
  if (max - min >= mostPicked) {
    return (
      <TextField
        pointer="#/answer"
        type="number"
        inputMode="numeric"
        width="short"
        label={say('measures.number', { min, max })}
        min={min}
        max={max}
        value={picked === undefined ? '' : String(picked)}
        onChange={(value) => onPick(value === '' ? undefined : Number(value))}
      />
    )
  }
  return (
    <div className="stack-small">
      <div className="scale">
        {Array.from({ length: max - min + 1 }, (_, step) => min + step).map((value) => (
          <Choice key={value} value={value} isPicked={picked === value} onPick={onPick}>
            {value}
          </Choice>
        ))}
      </div>
      {minLabel && maxLabel && (
        <p className="scale-ends">
          <span>{say('measures.end', { value: min, label: inLocale(minLabel, locale) })}</span>
          <span>{say('measures.end', { value: max, label: inLocale(maxLabel, locale) })}</span>
        </p>
      )}
    </div>
  )
}

function Choice({
  value,
  isPicked,
  onPick,
  children,
}: {
  readonly value: number
  readonly isPicked: boolean
  readonly onPick: (value: number) => void
  readonly children: React.ReactNode
}) {
  return (
    <label className="answer">
      <input type="radio" name="answer" value={value} checked={isPicked} onChange={() => onPick(value)} />
      <span>{children}</span>
    </label>
  )
}
