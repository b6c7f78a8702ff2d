import { useQuery } from '@tanstack/react-query'
import { type Answer, listStaff, readAll } from '../../api/index.ts'

type Colleague = Answer<'listStaff'>['items'][number]

/** Everybody who is or was on the staff: a log names those who left as well. */
export function useColleagues(): readonly Colleague[] {
  const active = useQuery(readAll(listStaff, { query: { status: 'active' } }))
  const invited = useQuery(readAll(listStaff, { query: { status: 'invited' } }))
  const gone = useQuery(readAll(listStaff, { query: { status: 'deactivated' } }))
  return [active, invited, gone].flatMap(({ data }) => data?.items ?? [])
}
