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
    <fieldset className="question-language">
      <legend>{say('measures.language')}</legend>
      {(['en', 'fr'] as const).map((each) => (
        <label key={each} lang={`${each}-CA`}>
          <input type="radio" name="question-language" checked={locale === each} onChange={() => onLocale(each)} />
          {each === 'en' ? 'English' : 'Français'}
        </label>
      ))}
    </fieldset>
  )
}
