import { useText } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'

/** The language of the questions, which need not be that of the page. */
export function QuestionLanguage({
  locale,
  onLocale,
}: {
  readonly locale: Locale
  readonly onLocale: (locale: Locale) => void
}) {
  const say = useText()
  return (
    <div className="row">
      <span id="question-language">{say('measures.language')}</span>
      <fieldset className="language" aria-labelledby="question-language">
        {(['en', 'fr'] as const).map((each) => (
          <button key={each} type="button" lang={each} aria-pressed={locale === each} onClick={() => onLocale(each)}>
            {each === 'en' ? 'English' : 'Français'}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
