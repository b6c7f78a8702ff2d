import { useEffect } from 'react'
import type { Problem } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { Banner } from '../ui/index.ts'
import { Language } from './language.tsx'

/** The door: what this is, in both languages, and one way in. */
export function Welcome({ problem }: { readonly problem?: Problem }) {
  const say = useText()
  useEffect(() => {
    document.title = `${say('session.title')} · ${say('common.product')}`
  })
  const next = encodeURIComponent(`${location.pathname}${location.search}`)
  return (
    <main className="door">
      <Language />
      <img src="/icon.svg" alt="" width="56" height="56" />
      <h1>{say('session.title')}</h1>
      {problem ? (
        <Banner kind="warning" title={problem.message}>
          {problem.detail}
        </Banner>
      ) : (
        <p>{say('session.intro')}</p>
      )}
      <a className="button-link button-link-primary" href={`/auth/sign-in?next=${next}&ui_locales=${say.locale}`}>
        {problem ? say('session.other-person') : say('session.sign-in')}
      </a>
      <p className="hint">{say('session.privacy')}</p>
    </main>
  )
}

/** Where signing in again, in a window of its own, ends. */
export function SignedInAgain() {
  const say = useText()
  return (
    <main className="door">
      <h1>{say('session.again')}</h1>
      <p>{say('session.again-why')}</p>
    </main>
  )
}
