import { speak, useText } from '../i18n/index.ts'
import type { Locale } from '../i18n/locale.ts'
import { useToast } from '../ui/index.ts'

/** Both languages, each in its own words, always in sight. */
export function Language({ onChange }: { readonly onChange?: (locale: Locale) => void }) {
  const say = useText()
  const toast = useToast()
  const choose = (locale: Locale) => {
    speak(locale).then(
      () => onChange?.(locale),
      () => toast({ kind: 'failed', text: say('common.unreachable') }),
    )
  }
  return (
    <fieldset className="language">
      <legend className="visually-hidden">{say('common.language')}</legend>
      <button type="button" lang="en" aria-pressed={say.locale === 'en'} onClick={() => choose('en')}>
        English
      </button>
      <button type="button" lang="fr" aria-pressed={say.locale === 'fr'} onClick={() => choose('fr')}>
        Français
      </button>
    </fieldset>
  )
}
