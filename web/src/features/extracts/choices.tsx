import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'
import { ChipsField, Section, SelectField } from '../../ui/index.ts'
import { type Definition, definitions } from './figures.ts'
import { type Months, monthsOf, presets, recentMonths } from './periods.ts'

/** What an extract is to hold. */
export interface Wanted extends Months {
  readonly definition: Definition | 'everything'
  readonly audience: 'outside' | 'inside'
}

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
  const { from, to, definition, audience } = wanted
  const preset = presets.filter((each) => {
    const months = monthsOf(each, today)
    return months.from === from && months.to === to
  })
  const format = new Intl.DateTimeFormat(`${say.locale}-CA`, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const months = recentMonths(today, 60).map((value) => ({
    value,
    label: capital(format.format(new Date(`${value}-15T12:00Z`))),
  }))
  return (
    <Section title={say('extracts.what')}>
      <div className="stack">
        <ChipsField
          pointer="#/period"
          label={say('extracts.period')}
          hint={say('extracts.period-why')}
          isSingle
          value={preset}
          onChange={([picked]) => picked && onChange(monthsOf(picked, today))}
          choices={presets.map((value) => ({ value, label: say(`extracts.preset.${value}`) }))}
        />
        <div className="row extract-months">
          <SelectField
            pointer="#/from"
            width="short"
            label={say('extracts.from')}
            value={from}
            onChange={(picked) => onChange({ from: picked })}
            choices={months}
          />
          <SelectField
            pointer="#/to"
            width="short"
            label={say('extracts.to')}
            value={to}
            onChange={(picked) => onChange({ to: picked })}
            choices={months}
          />
        </div>
        <ChipsField
          pointer="#/definition"
          label={say('extracts.figures')}
          isSingle
          value={[definition]}
          onChange={([picked = definition]) => onChange({ definition: picked })}
          choices={(['everything', ...definitions] as const).map((value) => ({
            value,
            label: say(`extracts.definition.${value}`),
          }))}
        />
        <ChipsField
          pointer="#/audience"
          label={say('extracts.for')}
          hint={say(`extracts.${audience}-why`)}
          isSingle
          value={[audience]}
          onChange={([picked = audience]) => onChange({ audience: picked })}
          choices={(['outside', 'inside'] as const).map((value) => ({ value, label: say(`extracts.${value}`) }))}
        />
      </div>
    </Section>
  )
}
