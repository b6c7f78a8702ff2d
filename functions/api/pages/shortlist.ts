import { html } from 'hono/html'
import { costWords, whenWords, whereWords } from '../../../shared/activities/words.ts'
import type { Centre } from '../../../shared/centres/schema.ts'
import { dialled } from '../../../shared/core/phone.ts'
import { textIn } from '../../../shared/i18n/index.ts'
import type { OpenShortlist } from '../../../shared/shortlists/index.ts'
import { type Page, printed } from './page.ts'

/** A few activities to think over, in the client's language: when, where, what it costs, whom to ring. No person. */
export function shortlistPage(
  { locale, activities }: OpenShortlist,
  { name, phone }: Pick<Centre, 'name' | 'phone'>,
): Page {
  const say = textIn(locale)
  const ring = (number: string) => html`<a href="tel:${dialled(number)}">${number}</a>`
  const body = html`<p>${say('shortlist.page.from', { centre: name[locale] })}</p>
    ${activities.map(
      (activity) =>
        html`<section>
          <h2>${activity.name[locale]}</h2>
          <p>${activity.description[locale]}</p>
          <dl>
            <dt>${say('activities.when')}</dt>
            <dd>${whenWords(activity.schedule, say)}</dd>
            <dt>${say('activities.where')}</dt>
            <dd>${whereWords(activity, say)}</dd>
            <dt>${say('activities.cost-label')}</dt>
            <dd>${costWords(activity, say)}</dd>
            ${
              activity.contact.phone
                ? html`<dt>${say('activities.contact')}</dt>
                    <dd>${ring(activity.contact.phone)}</dd>`
                : ''
            }
          </dl>
        </section>`,
    )}
    <p>${say('shortlist.page.ring')} ${ring(phone)}</p>`
  return printed(locale, say('shortlist.page.title'), body)
}
