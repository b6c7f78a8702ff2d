import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { heard } from '../api/call.ts'
import { getMe, Problem } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { Button, Dialog } from '../ui/index.ts'

/** A session ends after so long without a word to the API, and the page warns so long before. */
const warnMs = 2 * 60_000
/** Somebody who types or points is not idle: the API hears of them so often at most. */
const aliveMs = 4 * 60_000

/** Warns two minutes before a session ends, and keeps the page when it has. */
export function SessionEnd({ hasEnded, idleMinutes }: { readonly hasEnded: boolean; readonly idleMinutes: number }) {
  useRefusals()
  // Each forgets what it knew when the other's time comes: who is back is not asked whether they are there.
  return hasEnded ? <Ended /> : <Near idleMs={idleMinutes * 60_000} />
}

function Ended() {
  const say = useText()
  const queries = useQueryClient()
  const back = useCallback(() => void queries.invalidateQueries(), [queries])
  useFocus(back)
  return (
    <Dialog title={say('session.ended')} isOpen isFirm onClose={back}>
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
        <Button onClick={back}>{say('session.back')}</Button>
      </div>
    </Dialog>
  )
}

function Near({ idleMs }: { readonly idleMs: number }) {
  const say = useText()
  const [isNear, stay] = useNearEnd(idleMs)
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

/** Whether the warning is due, and how to stay. Typing and pointing tell the API that somebody is there. */
function useNearEnd(idleMs: number) {
  const queries = useQueryClient()
  const [isNear, setNear] = useState(false)
  const ask = useCallback(() => void queries.invalidateQueries({ queryKey: [getMe.path] }), [queries])
  useEffect(() => {
    const timer = setInterval(() => {
      const quiet = Date.now() - heard.at
      setNear(quiet > idleMs - warnMs)
      if (quiet > idleMs) ask()
    }, 5_000)
    const alive = () => {
      const quiet = Date.now() - heard.at
      if (quiet > aliveMs && quiet < idleMs - warnMs) ask()
    }
    addEventListener('keydown', alive)
    addEventListener('pointerdown', alive)
    return () => {
      clearInterval(timer)
      removeEventListener('keydown', alive)
      removeEventListener('pointerdown', alive)
    }
  }, [ask, idleMs])
  const stay = () => {
    setNear(false)
    ask()
  }
  return [isNear, stay] as const
}

/** Whoever is refused for want of a session, be it a read or a write, finds out whether it has ended. */
function useRefusals(): void {
  const queries = useQueryClient()
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
}

/** Coming back from the window in which somebody has signed in again. */
function useFocus(onBack: () => void): void {
  useEffect(() => {
    addEventListener('focus', onBack)
    return () => removeEventListener('focus', onBack)
  }, [onBack])
}
