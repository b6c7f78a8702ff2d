import { weekdays } from '../../../../../shared/activities/rule.ts'
import { capital } from '../../../../../shared/i18n/capital.ts'
import { useText } from '../../../i18n/index.ts'
import { ChipsField, SelectField, TextField } from '../../../ui/index.ts'
import { type FieldsProps, Group } from './parts.tsx'

/** When it is, and how often. */
export function ScheduleFields({ draft, onChange }: FieldsProps) {
  const say = useText()
  const { repeats } = draft
  const choices = [
    'none',
    'once',
    'week',
    'two-weeks',
    'month',
    ...(repeats === 'as-is' ? ['as-is' as const] : []),
  ] as const
  return (
    <Group title={say('activities.when')}>
      <SelectField
        pointer="#/schedule/rrule"
        label={say('directory.repeats')}
        value={repeats}
        onChange={(next) => onChange({ repeats: next })}
        choices={choices.map((value) => ({ value, label: say(`directory.repeat.${value}`) }))}
      />
      {(repeats === 'week' || repeats === 'two-weeks') && (
        <ChipsField
          pointer="#/schedule/days"
          label={say('prescribe.day')}
          hint={say('directory.days-why')}
          isOptional
          value={draft.days}
          onChange={(days) => onChange({ days })}
          choices={weekdays.map((value) => ({ value, label: capital(say(`activities.day.${value}`)) }))}
        />
      )}
      {repeats !== 'none' && (
        <div className="amount">
          <TextField
            pointer="#/schedule/start"
            type="date"
            width="short"
            label={say(repeats === 'once' ? 'directory.on' : 'directory.first')}
            value={draft.startOn}
            onChange={(startOn) => onChange({ startOn })}
          />
          <TextField
            pointer="#/schedule/at"
            width="short"
            label={say('directory.at')}
            hint={say('directory.at-why')}
            inputMode="numeric"
            maxLength={5}
            value={draft.startAt}
            onChange={(startAt) => onChange({ startAt })}
          />
          <TextField
            pointer="#/schedule/durationMinutes"
            type="number"
            width="short"
            min={5}
            max={1440}
            label={say('directory.minutes')}
            value={draft.minutes}
            onChange={(minutes) => onChange({ minutes })}
          />
          {repeats !== 'once' && repeats !== 'as-is' && (
            <TextField
              pointer="#/schedule/until"
              type="date"
              width="short"
              label={say('directory.until')}
              min={draft.startOn}
              value={draft.until}
              onChange={(until) => onChange({ until })}
            />
          )}
        </div>
      )}
    </Group>
  )
}
