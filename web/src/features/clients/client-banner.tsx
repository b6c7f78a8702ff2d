import type { ReactNode } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, languageName, list } from '../../../../shared/i18n/formats.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Flag } from '../../ui/index.ts'
import { ageOn, type Client, shownName } from './person.ts'

/** Who this is, wherever on the page one has scrolled to. */
export function ClientBanner({ client, actions }: { readonly client: Client; readonly actions: ReactNode }) {
  const say = useText()
  const today = useToday()
  const { names, pronouns, birthDate, chartNumber, languages, locale } = client
  const others = languages.filter((language) => language !== locale)
  const phones = client.contactPoints.filter(({ system }) => system === 'phone')
  const phone = phones.find(({ preferred }) => preferred) ?? phones[0]
  const speaks = [capital(languageName(locale, say.locale))]
  if (others.length > 0) {
    speaks.push(
      say('client.also-speaks', {
        languages: list(
          others.map((code) => languageName(code, say.locale)),
          say.locale,
        ),
      }),
    )
  }
  return (
    <header className="client-banner">
      <div className="client-who">
        <div className="row">
          <h2>{shownName(client)}</h2>
          {pronouns && <span className="hint">{pronouns}</span>}
          {client.doNotContact && (
            <Flag icon="stop" tone="danger">
              {say('today.flag.do-not-contact')}
            </Flag>
          )}
          {client.safeContact && (
            <Flag icon="shield" tone="warning">
              {say('today.flag.safe-contact')}
            </Flag>
          )}
          {client.needsInterpreter && <Flag icon="people">{say('today.flag.interpreter')}</Flag>}
        </div>
        <ul className="client-facts">
          {!client.doNotContact && phone && (
            <li>
              {client.safeContact ? (
                <a href="#strengths">{say('client.reach-safely')}</a>
              ) : (
                <a href={`tel:${phone.value}`}>{phone.value}</a>
              )}
              {!client.safeContact && !phone.safe.voicemail && `, ${say('client.no-voicemail')}`}
            </li>
          )}
          {names.preferred && <li>{say('client.legal-name', { name: `${names.given} ${names.family}` })}</li>}
          {birthDate && (
            <li>{say('client.age-born', { count: ageOn(birthDate, today), date: day(birthDate, say.locale) })}</li>
          )}
          <li>{speaks.join(', ')}</li>
          {chartNumber && <li>{say('client.chart', { number: chartNumber })}</li>}
        </ul>
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  )
}
