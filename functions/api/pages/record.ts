import { html } from 'hono/html'
import { daysOf } from '../../../shared/access-reports/index.ts'
import { day, moment } from '../../../shared/i18n/formats.ts'
import { say } from '../../../shared/i18n/index.ts'
import type { ClientRecord } from '../../../shared/records/index.ts'
import { type Html, type Page, printed } from './page.ts'
import { fieldList, type Saying } from './values.ts'

/** Everything on record about a client, as a document for the client. */
export function recordPage(record: ClientRecord): Page {
  const { locale, name, centre, sections, preparedAt, preparedBy } = record
  const t = (key: string, params = {}) => say(locale, `record.${key}`, params)
  const saying: Saying = { locale, zone: centre.zone, names: { ...record.names, ...activityNames(record) } }
  const body = html`<p>${t('intro', { centre: centre.name })}</p>
    ${sections.map(
      ({ kind, entries }) =>
        html`<h2>${say(locale, `section.${kind}`)}</h2>
          ${entries.map((entry) => entryPart(entry, saying))}`,
    )}
    ${record.accesses ? accessesPart(record, saying) : ''}
    <p>${t('rights', { phone: centre.phone })}</p>
    <p><small>${t('prepared', { by: preparedBy, on: moment(preparedAt, locale, centre.zone) })}</small></p>`
  return printed(locale, t('title', { name }), body)
}

function entryPart({ entity, events }: ClientRecord['sections'][number]['entries'][number], saying: Saying): Html {
  const { locale, zone, names } = saying
  return html`<h3 id="${entity.id}"><small>${entity.id}</small></h3>
    ${fieldList(entity, saying)}
    <ul>
      ${events.map(({ type, at, actor }) => {
        const step = say(locale, `step.${type.slice(type.indexOf('.') + 1)}`)
        const by = names[actor.id] ?? say(locale, actor.kind === 'system' ? 'word.system' : 'word.somebody')
        return html`<li>${moment(at, locale, zone)} – ${step} – ${by}</li>`
      })}
    </ul>`
}

function accessesPart({ accesses = [] }: ClientRecord, { locale, zone, names }: Saying): Html {
  return html`<h2>${say(locale, 'record.accesses')}</h2>
    ${daysOf(accesses, { locale, zone, names }).map(
      ({ date, lines }) =>
        html`<h3>${day(date, locale)}</h3>
          <ul>
            ${lines.map(({ sentence, times }) => html`<li>${sentence} <small>${times.join(', ')}</small></li>`)}
          </ul>`,
    )}`
}

/** An activity goes by the name that it had when the client was told of it. */
function activityNames({ sections, locale }: ClientRecord): Record<string, string> {
  const named = sections.filter(({ kind }) => kind === 'prescription' || kind === 'signpost')
  return Object.fromEntries(
    named
      .flatMap(({ entries }) => entries)
      .flatMap(({ entity }) => {
        const { activity, activityName } = entity as { activity?: string; activityName?: Record<typeof locale, string> }
        return activity && activityName ? [[activity, activityName[locale]]] : []
      }),
  )
}
