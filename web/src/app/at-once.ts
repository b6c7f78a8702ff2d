import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/** Whether the link that led here says what to do at once (`#edit`): this time, not when somebody comes back. */
export function useAtOnce(what: string): boolean {
  const { hash } = useLocation()
  const [isAsked] = useState(hash === what)
  useEffect(() => {
    if (isAsked) history.replaceState(history.state, '', location.pathname)
  }, [isAsked])
  return isAsked
}
