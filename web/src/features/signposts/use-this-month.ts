import { useQuery } from '@tanstack/react-query'
import { listSignposts, readAll } from '../../api/index.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'

/** How often one told somebody of support this month, in words; none where that is never. */
export function useSignpostsThisMonth(): string | undefined {
  const say = useText()
  const from = `${useToday().slice(0, 7)}-01`
  const signposts = useQuery(readAll(listSignposts, { query: { from } }))
  const count = signposts.data?.items.length ?? 0
  return count > 0 ? say('signposts.this-month', { count }) : undefined
}
