import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { listPartners, listStaff, readAll } from '../../api/index.ts'
import { useCan } from '../../app/session.tsx'
import { capital } from '../../i18n/capital.ts'
import { languageName } from '../../i18n/formats.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Checkbox, ChipsField, RadioField, SelectField, TextArea, TextField } from '../../ui/index.ts'
import { weekdays } from '../activities/recurrence.ts'
import { accessibilities, admissions, barriers, categories, interests } from './codes.ts'
import type { Draft } from './draft.ts'

interface FieldsProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
}

const spoken = ['en', 'fr', 'ar', 'cr', 'es', 'hi', 'it', 'oj', 'pa', 'pl', 'pt', 'so', 'tl', 'uk', 'zh'] as const
const locales = ['en', 'fr'] as const

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="edit-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

/** A text that is there in both languages or not at all. */
function BothFields({
  pointer,
  labels,
  value,
  onChange,
  isLong = false,
  isOptional = false,
  maxLength,
}: {
  readonly pointer: string
  /** Under which key its two labels are. */
  readonly labels: string
  readonly value: Draft['name']
  readonly onChange: (value: Draft['name']) => void
  readonly isLong?: boolean
  readonly isOptional?: boolean
  readonly maxLength: number
}) {
  const say = useText()
  return (
    <div className="both-languages">
      {locales.map((locale) => {
        const field = {
          pointer: `${pointer}/${locale}`,
          label: say(`${labels}.${locale}`),
          lang: `${locale}-CA`,
          value: value[locale],
          onChange: (text: string) => onChange({ ...value, [locale]: text }),
          isOptional,
          maxLength,
        }
        return isLong ? <TextArea key={locale} {...field} rows={4} /> : <TextField key={locale} {...field} />
      })}
    </div>
  )
}

export function AboutFields({ draft, onChange }: FieldsProps) {
  const say = useText()
  return (
    <Group title={say('directory.about')}>
      <BothFields
        pointer="#/name"
        labels="directory.name-in"
        value={draft.name}
        maxLength={160}
        onChange={(name) => onChange({ name })}
      />
      <BothFields
        pointer="#/description"
        labels="directory.description-in"
        value={draft.description}
        isLong
        maxLength={3000}
        onChange={(description) => onChange({ description })}
      />
      <SelectField
        pointer="#/category"
        label={say('activities.kind')}
        value={draft.category}
        onChange={(category) => onChange({ category })}
        choices={[
          { value: '', label: say('directory.pick') },
          ...categories.map((value) => ({ value, label: capital(say(`activities.category.${value}`)) })),
        ]}
      />
      <ChipsField
        pointer="#/languages"
        label={say('activities.languages')}
        value={draft.languages}
        onChange={(languages) => onChange({ languages })}
        choices={[...new Set([...spoken, ...draft.languages])].map((value) => ({
          value,
          label: capital(languageName(value, say.locale)),
        }))}
      />
      <details>
        <summary>{say('directory.tags')}</summary>
        <div className="details-body">
          <ChipsField
            pointer="#/tags"
            label={say('activities.tags')}
            isOptional
            value={draft.tags}
            onChange={(tags) => onChange({ tags })}
            choices={[...new Set<string>([...interests, ...draft.tags])].map((value) => ({
              value,
              label: capital(say(`code.interest.${value}`)),
            }))}
          />
        </div>
      </details>
    </Group>
  )
}

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

export function CostFields({ draft, onChange }: FieldsProps) {
  const say = useText()
  return (
    <Group title={say('directory.cost-places')}>
      <RadioField
        pointer="#/cost/kind"
        label={say('activities.cost-label')}
        value={draft.cost}
        onChange={(cost) => onChange({ cost })}
        choices={(['free', 'by-donation', 'fee'] as const).map((value) => ({
          value,
          label: say(`directory.cost.${value}`),
        }))}
      />
      {draft.cost === 'fee' && (
        <div className="amount">
          <TextField
            pointer="#/cost/cents"
            label={say('directory.dollars')}
            width="short"
            inputMode="decimal"
            value={draft.dollars}
            onChange={(dollars) => onChange({ dollars })}
          />
          <Checkbox
            pointer="#/cost/waivable"
            label={say('directory.waivable')}
            isChecked={draft.waivable}
            onChange={(waivable) => onChange({ waivable })}
          />
        </div>
      )}
      <TextField
        pointer="#/capacity"
        type="number"
        width="short"
        min={1}
        label={say('directory.capacity')}
        hint={say('directory.capacity-why')}
        isOptional
        value={draft.capacity}
        onChange={(capacity) => onChange({ capacity })}
      />
      <SelectField
        pointer="#/admission"
        label={say('directory.admission')}
        value={draft.admission}
        onChange={(admission) => onChange({ admission })}
        choices={admissions.map((value) => ({ value, label: capital(say(`activities.admission.${value}`)) }))}
      />
    </Group>
  )
}

export function AccessFields({ draft, onChange }: FieldsProps) {
  const say = useText()
  return (
    <Group title={say('directory.access')}>
      <ChipsField
        pointer="#/accessibility"
        label={say('activities.accessible')}
        isOptional
        value={draft.accessibility}
        onChange={(accessibility) => onChange({ accessibility })}
        choices={accessibilities.map((value) => ({ value, label: capital(say(`activities.accessibility.${value}`)) }))}
      />
      <ChipsField
        pointer="#/barriersAnswered"
        label={say('activities.helps')}
        isOptional
        value={draft.barriersAnswered}
        onChange={(barriersAnswered) => onChange({ barriersAnswered })}
        choices={barriers.map((value) => ({ value, label: capital(say(`code.barrier.${value}`)) }))}
      />
      <BothFields
        pointer="#/eligibility"
        labels="directory.eligibility-in"
        value={draft.eligibility}
        isOptional
        maxLength={500}
        onChange={(eligibility) => onChange({ eligibility })}
      />
    </Group>
  )
}

export function PeopleFields({ draft, onChange }: FieldsProps) {
  const say = useText()
  const can = useCan()
  const partners = useQuery({ ...readAll(listPartners, {}), enabled: can('partners:read') })
  const staff = useQuery({ ...readAll(listStaff, {}), enabled: can('staff:read') })
  const shares = ['centre', ...(draft.visibility === 'shared' ? (['shared'] as const) : []), 'provincial'] as const
  return (
    <Group title={say('directory.who')}>
      <SelectField
        pointer="#/partner"
        label={say('activities.organiser')}
        value={draft.partner}
        onChange={(partner) => onChange({ partner })}
        choices={[
          { value: '', label: say('activities.own') },
          ...(partners.data?.items ?? []).map(({ id, name }) => ({ value: id, label: inLocale(name, say.locale) })),
        ]}
      />
      <ChipsField
        pointer="#/leaders"
        label={say('activities.leaders')}
        isOptional
        value={draft.leaders}
        onChange={(leaders) => onChange({ leaders })}
        choices={(staff.data?.items ?? [])
          .filter(({ id, roles }) => roles.includes('champion') || draft.leaders.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="both-languages">
        <TextField
          pointer="#/contact/name"
          label={say('directory.contact-name')}
          isOptional
          maxLength={120}
          value={draft.contactName}
          onChange={(contactName) => onChange({ contactName })}
        />
        <TextField
          pointer="#/contact/phone"
          type="tel"
          label={say('directory.contact-phone')}
          isOptional
          maxLength={30}
          value={draft.contactPhone}
          onChange={(contactPhone) => onChange({ contactPhone })}
        />
        <TextField
          pointer="#/contact/email"
          type="email"
          label={say('directory.contact-email')}
          isOptional
          maxLength={200}
          value={draft.contactEmail}
          onChange={(contactEmail) => onChange({ contactEmail })}
        />
      </div>
      <BothFields
        pointer="#/volunteerRoles/0"
        labels="directory.role-in"
        value={draft.role}
        isOptional
        maxLength={120}
        onChange={(role) => onChange({ role })}
      />
      <SelectField
        pointer="#/visibility"
        label={say('directory.visibility')}
        value={draft.visibility}
        onChange={(visibility) => onChange({ visibility })}
        choices={shares.map((value) => ({ value, label: capital(say(`activities.visibility.${value}`)) }))}
      />
    </Group>
  )
}
