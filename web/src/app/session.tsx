import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { dayOf } from '../../../shared/i18n/formats.ts'
import { type Answer, getMe, type Problem, read } from '../api/index.ts'
import { speak } from '../i18n/index.ts'
import type { Locale } from '../i18n/locale.ts'
import { Leaving, LoadError, Loading } from '../ui/index.ts'
import { SessionEnd } from './session-end.tsx'
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

const usualIdleMinutes = 30

/** Everything that takes somebody signed in. Keeps what is on the screen, and in it what was typed, when that ends. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const me = useQuery({ ...read(getMe, {}), staleTime: 60_000, retry: false })
  const [known, setKnown] = useState<Me>()
  const problem = me.error as Problem | null
  const hasEnded = problem?.status === 401

  useEffect(() => {
    if (me.data === undefined) return
    // Somebody else signed in meanwhile, in another window: nothing of the one before stays.
    if (known && known.id !== me.data.id) return location.assign('/')
    // Their own language first: nobody sees the page turn into another one.
    if (known === undefined) void speak(me.data.locale as Locale).then(() => setKnown(me.data))
    else setKnown(me.data)
  }, [me.data, known])

  if (known === undefined) {
    if (hasEnded) return <Welcome />
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
      <Leaving isOver={hasEnded || known.id !== me.data?.id}>{children}</Leaving>
      <SessionEnd hasEnded={hasEnded} idleMinutes={known.session?.idleMinutes ?? usualIdleMinutes} />
    </Session>
  )
}
