import { html } from 'hono/html'
import type { Locale } from '../../../shared/core/text.ts'
import { day, moment, number } from '../../../shared/i18n/formats.ts'
import { hasText, say } from '../../../shared/i18n/index.ts'
import { answered, measureTitle } from './measures.ts'
import type { Html } from './page.ts'

/** What it takes to say a value in words. */
export interface Saying {
  readonly locale: Locale
  readonly zone: string
  /** What staff, partners and activities are called, by id. */
  readonly names: Readonly<Record<string, string>>
}

type Fields = Readonly<Record<string, unknown>>

/** What every entry has and says nothing to the person it is about; ids of entries are headings. */
const untold: readonly string[] = ['id', 'version', 'client', 'mergedFrom', 'formerly', 'instrumentVersion', 'tellsOf']

/** What people said or typed: told as it is. */
const verbatim: readonly string[] = [
  'given',
  'family',
  'preferred',
  'other',
  'pronouns',
  'chartNumber',
  'value',
  'town',
  'talents',
  'racialIdentity',
  'gender',
  'sexualOrientation',
  'disability',
  'note',
  'noteToPartner',
  'words',
  'reason',
  'liftReason',
]

/** Where the words of codes are, looked through in this order. */
const wordLists = ['word', 'status', 'section', 'role']
const codeLists = ['referral-reason', 'barrier', 'interest', 'rejected', 'cancelled', 'failed', 'completed', 'on-hold']
const places = [...wordLists, ...codeLists.map((list) => `code.${list}`)]

/** Fields of an entry with their values, in words. */
export function fieldList(fields: Fields, saying: Saying): Html {
  const told = Object.entries(fields).filter(([name, value]) => !untold.includes(name) && isThere(value))
  return html`<dl>
    ${told.map(([name, value]) => {
      const words =
        name === 'answers'
          ? pairs(answered(fields.instrument, value as Fields, saying.locale), saying)
          : valueWords(name, value, saying)
      return html`<dt>${fieldWords(name, saying.locale)}</dt>
        <dd>${words}</dd>`
    })}
  </dl>`
}

/** The word of a code in the reader's language; what is no code of ours is said as it is. */
function codeWords(code: string, locale: Locale): string {
  const place = /^[a-z0-9-]+$/.test(code) ? places.find((list) => hasText(`${list}.${code}`)) : undefined
  return place ? say(locale, `${place}.${code}`) : code
}

export function fieldWords(name: string, locale: Locale): string {
  return hasText(`field.${name}`) ? say(locale, `field.${name}`) : name
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'object' && Object.keys(value).length === 0)
}

function valueWords(name: string, value: unknown, saying: Saying): Html | string {
  const { locale, zone, names } = saying
  if (typeof value === 'boolean') return say(locale, value ? 'word.yes' : 'word.no')
  if (typeof value === 'number') return number(value, locale)
  if (typeof value === 'string') {
    if (verbatim.includes(name)) return value
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return moment(value, locale, zone)
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value, locale)
    return names[value] ?? measureTitle(value, locale) ?? codeWords(value, locale)
  }
  if (Array.isArray(value)) return list(name, value, saying)
  const fields = (value ?? {}) as Fields
  if (typeof fields.en === 'string' && typeof fields.fr === 'string') return String(fields[locale])
  return nested(fields, saying)
}

/** Things of several parts come one below the other. */
function list(name: string, values: readonly unknown[], saying: Saying): Html {
  if (values.some((value) => typeof value === 'object')) {
    return html`<ul>
      ${values.map((value) => html`<li>${valueWords(name, value, saying)}</li>`)}
    </ul>`
  }
  const told = values.map((value) =>
    name === 'fields' ? fieldWords(String(value), saying.locale) : valueWords(name, value, saying),
  )
  return html`${told.map((words, n) => html`${n > 0 ? '; ' : ''}${words}`)}`
}

function nested(fields: Fields, saying: Saying): Html {
  const told = Object.entries(fields).filter(([, value]) => isThere(value))
  return html`${told.map(
    ([name, value], n) =>
      html`${n > 0 ? '; ' : ''}${fieldWords(name, saying.locale)} – ${valueWords(name, value, saying)}`,
  )}`
}

function pairs(told: readonly [string, unknown][], saying: Saying): Html {
  return html`${told.map(
    ([label, value], n) => html`${n > 0 ? '; ' : ''}${label} – ${valueWords('answer', value, saying)}`,
  )}`
}
