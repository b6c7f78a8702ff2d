import { useText } from '../../../i18n/index.ts'
import { RadioField, TextField } from '../../../ui/index.ts'
import { BothFields, type FieldsProps, Group } from './parts.tsx'

/** Where it is. */
export function PlaceFields({ draft, onChange }: FieldsProps) {
  const say = useText()
  return (
    <Group title={say('activities.where')}>
      <RadioField
        pointer="#/location/kind"
        label={say('directory.takes-place')}
        value={draft.place}
        onChange={(place) => onChange({ place })}
        choices={(['place', 'virtual', 'home'] as const).map((value) => ({
          value,
          label: say(value === 'place' ? 'directory.a-place' : `activities.location.${value}`),
        }))}
      />
      {draft.place === 'place' && (
        <>
          <BothFields
            pointer="#/location/name"
            labels="directory.place-in"
            value={draft.placeName}
            maxLength={160}
            onChange={(placeName) => onChange({ placeName })}
          />
          <div className="both-languages">
            <TextField
              pointer="#/location/address"
              label={say('directory.address')}
              isOptional
              maxLength={200}
              value={draft.address}
              onChange={(address) => onChange({ address })}
            />
            <TextField
              pointer="#/location/town"
              label={say('directory.town')}
              maxLength={80}
              value={draft.town}
              onChange={(town) => onChange({ town })}
            />
          </div>
        </>
      )}
      {draft.place === 'virtual' && (
        <TextField
          pointer="#/location/url"
          label={say('directory.url')}
          hint={say('directory.url-why')}
          isOptional
          maxLength={300}
          value={draft.url}
          onChange={(url) => onChange({ url })}
        />
      )}
    </Group>
  )
}
