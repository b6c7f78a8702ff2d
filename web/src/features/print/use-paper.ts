import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  getActivity,
  getCentre,
  getClient,
  getPrescription,
  getReferral,
  listGoals,
  listStaff,
  Problem,
  read,
  readAll,
} from '../../api/index.ts'
import { useCan } from '../../app/session.tsx'
import type { Paper } from './facts-of.ts'

/** What a client says they want fits on the paper, or the page would not. */
const mostGoals = 3

/** Everything that the paper says, read together: half a paper would be printed as a whole one. */
export function usePaper(prescription: string): UseQueryResult<Paper, Error> {
  const queries = useQueryClient()
  const mayReadGoals = useCan()('goals:read')
  return useQuery({
    queryKey: ['paper', prescription],
    queryFn: async (): Promise<Paper> => {
      const found = await queries.fetchQuery(read(getPrescription, { params: { prescription } }))
      const [client, centre, referral, activity, goals, staff] = await Promise.all([
        queries.fetchQuery(read(getClient, { params: { client: found.client } })),
        queries.fetchQuery(read(getCentre, {})),
        queries.fetchQuery(read(getReferral, { params: { referral: found.referral } })),
        queries.fetchQuery(read(getActivity, { params: { activity: found.activity } })).catch(unlessGone),
        mayReadGoals ? queries.fetchQuery(read(listGoals, { params: { referral: found.referral } })) : undefined,
        queries.fetchQuery(readAll(listStaff, {})),
      ])
      const nameOf = (id: string | undefined) => staff.items.find((member) => member.id === id)?.name
      return {
        prescription: found,
        client,
        centre,
        activity,
        goals: (goals?.items ?? [])
          .filter(({ status }) => status === 'active')
          .slice(0, mostGoals)
          .map(({ words }) => words),
        linkWorker: nameOf(found.navigator ?? referral.navigator),
        prescriber: nameOf(referral.prescriber),
      }
    },
  })
}

/** The centre may not see it any more. */
function unlessGone(problem: unknown): undefined {
  if (problem instanceof Problem && problem.status === 404) return undefined
  throw problem
}
