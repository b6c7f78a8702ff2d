import { useEffect, useRef } from 'react'
import { inLocale, useText, useTextIn } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'
import { Banner, Button } from '../../ui/index.ts'
import { QuestionLanguage } from './language.tsx'

/** Where help is at any hour, for the client to read, and what was set going, for who sits with them. */
export function CrisisHelp({
  help,
  locale,
  onLocale,
  onGoOn,
}: {
  readonly help: { en: string; fr: string }
  readonly locale: Locale
  readonly onLocale: (locale: Locale) => void
  readonly onGoOn: () => void
}) {
  const say = useText()
  const theirs = useTextIn(locale)
  const words = useRef<HTMLHeadingElement>(null)
  useEffect(() => words.current?.focus(), [])
  return (
    <div className="stack asking">
      <QuestionLanguage locale={locale} onLocale={onLocale} />
      <div className="crisis" lang={`${locale}-CA`} role="alert">
        <h2 ref={words} tabIndex={-1}>
          {inLocale(help, locale)}
        </h2>
      </div>
      <Banner kind="info" title={say('measures.handed-off')} />
      <div lang={`${locale}-CA`}>
        <Button kind="primary" size="large" onClick={onGoOn}>
          {theirs('measures.go-on')}
        </Button>
      </div>
    </div>
  )
}
