import { monthsOf, presets, recentMonths } from '../../../../shared/extracts/presets.ts'
import { useText } from '../../i18n/index.ts'
import { ChipsField, SelectField } from '../../ui/index.ts'
import { monthWords } from './months.ts'
import { groups, type Wanted } from './wanted.ts'

/** Months that somebody would look back to. */
const mostMonths = 60

/** Period, figures and for whom: each one click, each with a value that will do. */
export function Choices({
  wanted,
  today,
  onChange,
}: {
  readonly wanted: Wanted
  readonly today: string
  readonly onChange: (changed: Partial<Wanted>) => void
}) {
  const say = useText()
  const { period, figures, audience } = wanted
  const { from, to } = period.kind === 'preset' ? monthsOf(period.preset, today) : period
  const months = [...new Set([...recentMonths(today, mostMonths), from, to])].toSorted().toReversed()
  const choices = months.map((value) => ({ value, label: monthWords(value, say.locale) }))
  const setMonths = (changed: { from?: string; to?: string }) =>
    onChange({ period: { kind: 'months', from, to, ...changed } })
  return (
    <>
      <ChipsField
        pointer="#/period"
        label={say('extract.period')}
        hint={say('extracts.period-why')}
        isSingle
        value={period.kind === 'preset' ? [period.preset] : []}
        onChange={([preset]) => preset && onChange({ period: { kind: 'preset', preset } })}
        choices={presets.map((value) => ({ value, label: say(`extract.preset.${value}`) }))}
      />
      <div className="row extract-months">
        <SelectField
          pointer="#/from"
          width="short"
          label={say('extracts.from')}
          value={from}
          onChange={(picked) => setMonths({ from: picked })}
          choices={choices}
        />
        <SelectField
          pointer="#/to"
          width="short"
          label={say('extracts.to')}
          value={to}
          onChange={(picked) => setMonths({ to: picked })}
          choices={choices}
        />
      </div>
      <ChipsField
        pointer="#/figures"
        label={say('extracts.figures')}
        isSingle
        value={[figures]}
        onChange={([picked = figures]) => onChange({ figures: picked })}
        choices={(['everything', ...groups] as const).map((value) => ({ value, label: say(`extract.group.${value}`) }))}
      />
      <ChipsField
        pointer="#/audience"
        label={say('extract.for')}
        hint={say(`extract.${audience}-why`)}
        isSingle
        value={[audience]}
        onChange={([picked = audience]) => onChange({ audience: picked })}
        choices={(['outside', 'inside'] as const).map((value) => ({ value, label: say(`extract.${value}`) }))}
      />
    </>
  )
}
