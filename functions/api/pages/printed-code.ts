import { html } from 'hono/html'
import type { Centre } from '../../../shared/centres/schema.ts'
import { dialled } from '../../../shared/core/phone.ts'
import type { Locale } from '../../../shared/core/text.ts'
import { say } from '../../../shared/i18n/index.ts'
import { type Html, type Page, printed } from './page.ts'

/** What somebody finds who scans the code on a printed prescription: from where it is, and whom to ring. */
export function printedCodePage(locale: Locale, { name, phone }: Pick<Centre, 'name' | 'phone'>): Page {
  return inBoth(locale, (language) => ({
    title: say(language, 'printed-code.title'),
    body: html`<p>${say(language, 'printed-code.about', { centre: name[language] })}</p>
      <p>${say(language, 'printed-code.ring')} <a href="tel:${dialled(phone)}">${phone}</a></p>`,
  }))
}

/** What somebody finds where no such page is. */
export function missingPage(locale: Locale): Page {
  return inBoth(locale, (language) => ({
    title: say(language, 'missing-page.title'),
    body: html`<p>${say(language, 'missing-page.about')}</p>`,
  }))
}

/** A page in both languages, one below the other: nobody has to find a switch. */
function inBoth(locale: Locale, part: (language: Locale) => { readonly title: string; readonly body: Html }): Page {
  const other = locale === 'en' ? 'fr' : 'en'
  const [first, second] = [part(locale), part(other)]
  const below = html`<section lang="${other}-CA">
    <h2>${second.title}</h2>
    ${second.body}
  </section>`
  return printed(locale, first.title, html`${first.body} ${below}`)
}
