import { useQuery } from '@tanstack/react-query'
import {
  listConsents,
  listContacts,
  listGoals,
  listOutcomes,
  listPrescriptions,
  listReferralMessages,
  listReferrals,
  read,
  readAll,
} from '../../api/index.ts'
import { useCan } from '../../app/session.tsx'
import { Incomplete } from '../../ui/index.ts'
import { BreakGlass } from '../consents/break-glass.tsx'

/** Says once, at the top, that the client withholds some of the record, and offers the way in for an emergency. */
export function Locked({ client, referral = '' }: { readonly client: string; readonly referral: string | undefined }) {
  const can = useCan()
  const of = { params: { referral } }
  const enabled = referral !== ''
  const parts = [
    useQuery(readAll(listReferrals, { query: { client } })),
    useQuery({ ...read(listConsents, { params: { client } }), enabled: can('consents:read') }),
    useQuery({ ...readAll(listContacts, of), enabled }),
    useQuery({ ...read(listGoals, of), enabled }),
    useQuery({ ...readAll(listPrescriptions, of), enabled }),
    useQuery({ ...readAll(listOutcomes, of), enabled }),
    useQuery({ ...readAll(listReferralMessages, of), enabled }),
  ]
  const isIncomplete = parts.some(({ data }) => data?.isIncomplete)
  if (!isIncomplete) return null
  return (
    <div className="section">
      <Incomplete isShown />
      {can('directives:break-glass') && <BreakGlass client={client} />}
    </div>
  )
}
