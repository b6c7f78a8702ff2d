import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'
import { Button, Checkbox, SelectField, TextField } from '../../ui/index.ts'
import type { Draft } from './draft.ts'
import type { EditProps } from './edit-names.tsx'

type Point = Draft['contactPoints'][number]

const mostPoints = 6
const uses = ['home', 'mobile', 'work', 'somebody-else'] as const

/** How somebody is reached, and what is safe: nothing is taken to be safe that nobody said. */
export function EditPoints({ draft, put }: EditProps) {
  const say = useText()
  const points = draft.contactPoints
  const set = (at: number, change: Partial<Point>) =>
    put({ contactPoints: points.map((point, index) => (index === at ? { ...point, ...change } : point)) })
  const add = (system: Point['system']) =>
    put({
      contactPoints: [
        ...points,
        { system, value: '', preferred: points.length === 0, safe: { voicemail: false, text: false } },
      ],
    })
  return (
    <fieldset className="part" id="field-contactPoints">
      <legend>{say('client.reach')}</legend>
      {points.map((point, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a way to reach somebody is known by its place alone.
        <PointFields key={index} point={point} at={index} set={(change) => set(index, change)}>
          <Button size="small" onClick={() => put({ contactPoints: points.filter((_, other) => other !== index) })}>
            {say('client.remove-point', { value: point.value })}
          </Button>
        </PointFields>
      ))}
      {points.length < mostPoints && (
        <div className="row">
          <Button icon="phone" onClick={() => add('phone')}>
            {say('client.add-phone')}
          </Button>
          <Button icon="mail" onClick={() => add('email')}>
            {say('client.add-email')}
          </Button>
        </div>
      )}
      <Checkbox
        pointer="#/safeContact"
        label={say('today.flag.safe-contact')}
        hint={say('client.safe-contact-why')}
        isChecked={draft.safeContact}
        onChange={(safeContact) => put({ safeContact })}
      />
      <Checkbox
        pointer="#/doNotContact"
        label={say('today.flag.do-not-contact')}
        hint={say('client.do-not-contact-why')}
        isChecked={draft.doNotContact}
        onChange={(doNotContact) => put({ doNotContact })}
      />
    </fieldset>
  )
}

function PointFields({
  point,
  at,
  set,
  children,
}: {
  readonly point: Point
  readonly at: number
  readonly set: (change: Partial<Point>) => void
  readonly children: React.ReactNode
}) {
  const say = useText()
  const { system, value, use, preferred, safe } = point
  const here = `#/contactPoints/${at}`
  return (
    <div className="point-edit">
      <div className="grid-2">
        <TextField
          pointer={`${here}/value`}
          type={system === 'phone' ? 'tel' : 'email'}
          label={capital(say(`word.${system}`))}
          value={value}
          maxLength={200}
          onChange={(typed) => set({ value: typed })}
        />
        <SelectField
          pointer={`${here}/use`}
          label={say('field.use')}
          isOptional
          value={use ?? ''}
          onChange={(picked) => {
            const { use: _, ...rest } = point
            set(picked ? { use: picked } : { ...rest, use: undefined as never })
          }}
          choices={[
            { value: '' as const, label: '–' },
            ...uses.map((each) => ({ value: each, label: capital(say(`word.${each}`)) })),
          ]}
        />
      </div>
      <div className="row">
        <Checkbox
          pointer={`${here}/preferred`}
          label={say('client.preferred')}
          isChecked={preferred}
          onChange={(isPreferred) => set({ preferred: isPreferred })}
        />
        {system === 'phone' && (
          <>
            <Checkbox
              pointer={`${here}/safe/voicemail`}
              label={say('contacts.voicemail-safe')}
              isChecked={safe.voicemail}
              onChange={(voicemail) => set({ safe: { ...safe, voicemail } })}
            />
            <Checkbox
              pointer={`${here}/safe/text`}
              label={say('contacts.text-safe')}
              isChecked={safe.text}
              onChange={(text) => set({ safe: { ...safe, text } })}
            />
          </>
        )}
      </div>
      <TextField
        pointer={`${here}/safe/note`}
        label={say('client.safe-note')}
        hint={say('client.safe-note-why')}
        isOptional
        value={safe.note ?? ''}
        maxLength={200}
        onChange={(note) => set({ safe: { ...safe, note } })}
      />
      <div className="row">{children}</div>
    </div>
  )
}
