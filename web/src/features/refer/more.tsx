import { referralSources } from '../../../../shared/core/codes.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'
import { ChipsField, SelectField, TextField } from '../../ui/index.ts'
import { type Draft, pointerOf } from './draft.ts'

const hows = ['spoken', 'written', 'electronic', 'substitute-decision-maker'] as const

/** What has a value already, and what few referrals need. */
export function MoreAbout({
  draft,
  isKnown,
  today,
  onChange,
}: {
  readonly draft: Draft
  readonly isKnown: boolean
  readonly today: string
  readonly onChange: (changed: Partial<Draft>) => void
}) {
  const say = useText()
  const word = <V extends string>(value: V) => ({ value, label: capital(say(`word.${value}`)) })
  return (
    <details>
      <summary>{say('refer.more')}</summary>
      <div className="stack details-body">
        <ChipsField
          pointer={pointerOf('urgency', isKnown)}
          label={say('field.urgency')}
          isSingle
          value={[draft.urgency]}
          onChange={([urgency = draft.urgency]) => onChange({ urgency })}
          choices={(['routine', 'urgent'] as const).map(word)}
        />
        <SelectField
          pointer="#/how"
          label={say('refer.how')}
          value={draft.how}
          onChange={(how) => onChange({ how })}
          choices={hows.map(word)}
        />
        <SelectField
          pointer={pointerOf('source', isKnown)}
          label={say('field.source')}
          value={draft.source}
          onChange={(source) => onChange({ source })}
          choices={referralSources.map(word)}
        />
        {!isKnown && (
          <TextField
            pointer="#/client/birthDate"
            type="date"
            width="short"
            label={say('field.birthDate')}
            hint={say('refer.birth-date-why')}
            isOptional
            max={today}
            value={draft.birthDate}
            onChange={(birthDate) => onChange({ birthDate })}
          />
        )}
        {!isKnown && (
          <TextField
            pointer="#/client/contactPoints/0/safe/note"
            label={say('refer.safe-note')}
            hint={say('refer.safe-note-why')}
            isOptional
            maxLength={200}
            value={draft.safeNote}
            onChange={(safeNote) => onChange({ safeNote })}
          />
        )}
      </div>
    </details>
  )
}
