import { capital } from '../../../../shared/i18n/capital.ts'
import { languageName } from '../../../../shared/i18n/formats.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Checkbox, ChipsField, RadioField, TextField } from '../../ui/index.ts'
import type { Draft } from './draft.ts'

/** Spoken most in the towns of Ontario's centres; whatever else somebody speaks stays on the list once it is on file. */
const common = [
  'en',
  'fr',
  'oj',
  'cr',
  'ar',
  'es',
  'pt',
  'it',
  'zh',
  'pa',
  'ur',
  'so',
  'ta',
  'uk',
  'vi',
  'tl',
  'fa',
  'sw',
]

export interface EditProps {
  readonly draft: Draft
  readonly put: (change: Partial<Draft>) => void
}

/** Who somebody is and which languages they speak. */
export function EditNames({ draft, put }: EditProps) {
  const say = useText()
  const today = useToday()
  const { names } = draft
  const name = (key: 'given' | 'family' | 'preferred', isOptional = false) => (
    <TextField
      pointer={`#/names/${key}`}
      label={say(`client.name.${key}`)}
      isOptional={isOptional}
      value={names[key] ?? ''}
      maxLength={60}
      onChange={(value) => put({ names: { ...names, [key]: value } })}
    />
  )
  return (
    <fieldset className="part">
      <legend>{say('client.part.names')}</legend>
      <div className="grid-2">
        {name('given')}
        {name('family')}
        {name('preferred', true)}
        <TextField
          pointer="#/pronouns"
          label={say('field.pronouns')}
          isOptional
          value={draft.pronouns ?? ''}
          maxLength={30}
          onChange={(pronouns) => put({ pronouns })}
        />
        <TextField
          pointer="#/birthDate"
          type="date"
          max={today}
          label={say('field.birthDate')}
          isOptional
          value={draft.birthDate ?? ''}
          onChange={(birthDate) => put({ birthDate })}
        />
        <TextField
          pointer="#/chartNumber"
          label={say('field.chartNumber')}
          isOptional
          value={draft.chartNumber ?? ''}
          maxLength={30}
          onChange={(chartNumber) => put({ chartNumber })}
        />
        <TextField
          pointer="#/names/other"
          label={say('field.other')}
          hint={say('client.other-names-why')}
          isOptional
          value={(names.other ?? []).join(', ')}
          onChange={(value) => put({ names: { ...names, other: value === '' ? [] : value.split(/,\s?/) } })}
        />
        <TextField
          pointer="#/town"
          label={say('field.town')}
          isOptional
          value={draft.town ?? ''}
          maxLength={80}
          onChange={(town) => put({ town })}
        />
      </div>
      <RadioField
        pointer="#/locale"
        label={say('client.receives')}
        value={draft.locale}
        onChange={(locale) => put({ locale })}
        choices={(['en', 'fr'] as const).map((value) => ({ value, label: capital(say(`word.${value}`)) }))}
      />
      <ChipsField
        pointer="#/languages"
        label={say('field.languages')}
        value={draft.languages}
        onChange={(languages) => put({ languages })}
        choices={[...new Set([...common, ...draft.languages])].map((value) => ({
          value,
          label: capital(languageName(value, say.locale)),
        }))}
      />
      <Checkbox
        pointer="#/needsInterpreter"
        label={say('field.needsInterpreter')}
        isChecked={draft.needsInterpreter}
        onChange={(needsInterpreter) => put({ needsInterpreter })}
      />
    </fieldset>
  )
}
