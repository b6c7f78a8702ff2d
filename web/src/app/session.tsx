import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { dayOf } from '../../../shared/i18n/formats.ts'
import { heard } from '../api/call.ts'
import { type Answer, getMe, Problem, read } from '../api/index.ts'
import { speak, useText } from '../i18n/index.ts'
import type { Locale } from '../i18n/locale.ts'
import { Button, Dialog, LoadError, Loading } from '../ui/index.ts'
import { Welcome } from './welcome.tsx'

type Me = Answer<'getMe'>

const Session = createContext<Me | undefined>(undefined)

/** Who is signed in, at which centre, and what they may do. */
export function useMe(): Me {
  const me = useContext(Session)
  if (me === undefined) throw new Error('Nobody is signed in here.')
  return me
}

/** Whether the person signed in has a permission. What they have not is not offered; the API refuses it anyway. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}

/** Today in the centre's calendar, `YYYY-MM-DD`. */
export function useToday(): string {
  return dayOf(Date.now(), useMe().centre.zone)
}

/** A session ends after so long without a word to the API, and the page warns so long before. */
const warnMs = 2 * 60_000
/** Somebody who types or points is not idle: the API hears of them so often at most. */
const aliveMs = 4 * 60_000

/** Everything that takes somebody signed in. Keeps what is on the screen, and in it what was typed, when that ends. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const me = useQuery({ ...read(getMe, {}), staleTime: 60_000, retry: false })
  const [known, setKnown] = useState<Me>()
  const problem = me.error as Problem | null
  const queries = useQueryClient()

  useEffect(() => {
    if (me.data === undefined) return
    // Somebody else signed in meanwhile, in another window: nothing of the one before stays.
    if (known && known.id !== me.data.id) return location.assign('/')
    // Their own language first: nobody sees the page turn into another one.
    if (known === undefined) void speak(me.data.locale as Locale).then(() => setKnown(me.data))
    else setKnown(me.data)
  }, [me.data, known])

  // Whoever is refused for want of a session, be it a read or a write, finds out whether it has ended.
  useEffect(() => {
    const ask = () => void queries.invalidateQueries({ queryKey: [getMe.path] })
    const isRefused = (error: unknown) => error instanceof Problem && error.status === 401
    const reads = queries.getQueryCache().subscribe(({ query, type }) => {
      if (type === 'updated' && query.queryKey[0] !== getMe.path && isRefused(query.state.error)) ask()
    })
    const writes = queries.getMutationCache().subscribe(({ mutation, type }) => {
      if (type === 'updated' && isRefused(mutation?.state.error)) ask()
    })
    return () => {
      reads()
      writes()
    }
  }, [queries])

  if (known === undefined) {
    if (problem?.status === 401) return <Welcome />
    if (problem?.code === 'no-access') return <Welcome problem={problem} />
    if (problem)
      return (
        <main className="door">
          <LoadError problem={problem} onRetry={() => void me.refetch()} />
        </main>
      )
    return (
      <main className="door">
        <Loading rows={3} />
      </main>
    )
  }
  return (
    <Session value={known}>
      {children}
      <SessionEnd hasEnded={problem?.status === 401} onBack={() => void queries.invalidateQueries()} me={known} />
    </Session>
  )
}

/** Warns two minutes before a session ends, and keeps the page when it has. */
function SessionEnd({
  hasEnded,
  onBack,
  me,
}: {
  readonly hasEnded: boolean
  readonly onBack: () => void
  readonly me: Me
}) {
  const say = useText()
  const queries = useQueryClient()
  const [isNear, setNear] = useState(false)
  const stay = () => {
    setNear(false)
    void queries.invalidateQueries({ queryKey: [getMe.path] })
  }

  useEffect(() => {
    const idleMs = (me.session?.idleMinutes ?? 30) * 60_000
    const timer = setInterval(() => {
      const quiet = Date.now() - heard.at
      setNear(quiet > idleMs - warnMs)
      if (quiet > idleMs) void queries.invalidateQueries({ queryKey: [getMe.path] })
    }, 5_000)
    const alive = () => {
      const quiet = Date.now() - heard.at
      if (quiet > aliveMs && quiet < idleMs - warnMs) void queries.invalidateQueries({ queryKey: [getMe.path] })
    }
    addEventListener('keydown', alive)
    addEventListener('pointerdown', alive)
    addEventListener('focus', onBack)
    return () => {
      clearInterval(timer)
      removeEventListener('keydown', alive)
      removeEventListener('pointerdown', alive)
      removeEventListener('focus', onBack)
    }
  }, [queries, onBack, me.session])

  if (hasEnded) {
    return (
      <Dialog title={say('session.ended')} isOpen isFirm onClose={onBack}>
        <div className="stack">
          <p>{say('session.ended-why')}</p>
          <a
            className="button-link button-link-primary"
            href={`/auth/sign-in?next=/signed-in&ui_locales=${say.locale}`}
            target="_blank"
            rel="noreferrer"
          >
            {say('session.sign-in-again')}
          </a>
          <Button onClick={onBack}>{say('session.back')}</Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={say('session.near')} isOpen={isNear} onClose={stay}>
      <div className="stack">
        <p>{say('session.near-why')}</p>
        <Button kind="primary" onClick={stay}>
          {say('session.stay')}
        </Button>
      </div>
    </Dialog>
  )
}
