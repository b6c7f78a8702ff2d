import { day } from '../../../../shared/i18n/formats.ts'
import type { Answer } from '../../api/index.ts'
import type { Locale } from '../../i18n/locale.ts'

/** What is printed is in both languages, whichever one the page speaks. */
const words = {
  next: { en: 'What happens next', fr: 'La suite' },
  call: { en: 'Questions? Call us:', fr: 'Des questions? Appelez-nous\u00a0:' },
  date: { en: 'Date:', fr: 'Date\u00a0:' },
  usual: {
    en: 'A navigator will call you. You will talk about what matters to you, and choose together what you would like to try.',
    fr: 'Une agente ou un agent de liaison vous appellera. Vous parlerez de ce qui compte pour vous et choisirez ensemble ce que vous aimeriez essayer.',
  },
} as const

/** What a client takes home from a referral, their language first: whom to call and what comes, never what it is for. */
export function Slip({
  centre,
  name,
  first,
  date,
}: {
  readonly centre: Answer<'getCentre'>
  readonly name: string
  readonly first: Locale
  readonly date: string
}) {
  const { texts } = centre.settings
  const locales: readonly Locale[] = first === 'en' ? ['en', 'fr'] : ['fr', 'en']
  return (
    <div className="slip">
      <p>
        <strong>{name}</strong>
      </p>
      {locales.map((locale) => (
        <section key={locale} lang={`${locale}-CA`}>
          <h2>{(texts?.printHeader ?? centre.name)[locale]}</h2>
          <h3>{words.next[locale]}</h3>
          <p className="pre-line">{(texts?.whatNext ?? words.usual)[locale]}</p>
          <p>
            {words.call[locale]} <strong>{centre.phone}</strong>
          </p>
          <p>
            {words.date[locale]} {day(date, locale)}
          </p>
        </section>
      ))}
    </div>
  )
}
