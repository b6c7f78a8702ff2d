import { html } from 'hono/html'
import type { AccessReport } from '../../../shared/access-reports/index.ts'
import { day, moment } from '../../../shared/i18n/formats.ts'
import { say } from '../../../shared/i18n/index.ts'
import { type Page, printed } from './page.ts'

/** Who looked at a client's record, as a letter to the client. */
export function accessReportPage(report: AccessReport): Page {
  const { locale, name, centre, period, days, preparedAt, preparedBy } = report
  const t = (key: string, params = {}) => say(locale, `access-report.page.${key}`, params)
  const on = (date: string) => day(date, locale)
  const body = html`<p>${t('intro', { centre: centre.name, from: on(period.from), to: on(period.to) })}</p>
    ${days.length === 0 ? html`<p>${t('nobody')}</p>` : ''}
    ${days.map(
      ({ date, lines }) =>
        html`<h2>${on(date)}</h2>
          <ul>
            ${lines.map(({ sentence, times }) => html`<li>${sentence} <small>${times.join(', ')}</small></li>`)}
          </ul>`,
    )}
    <p>${t('questions', { phone: centre.phone })}</p>
    <p><small>${t('prepared', { by: preparedBy, on: moment(preparedAt, locale, centre.zone) })}</small></p>`
  return printed(locale, t('title', { name }), body)
}
