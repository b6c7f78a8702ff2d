import './refer.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { getClient, listReferrals, read } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Banner, Incomplete, Loaded, Page } from '../../ui/index.ts'
import type { Draft } from './draft.ts'
import { ReferForm } from './form.tsx'
import { ReferralSent } from './sent.tsx'
import type { Sent } from './use-refer.ts'

/** Refer somebody: new, or on file and named by the link that led here (`?client=`). */
export function Refer() {
  const say = useText()
  const navigate = useNavigate()
  const { client: id } = useSearch({ strict: false }) as { client?: string }
  const [sent, setSent] = useState<Sent>()
  const [count, setCount] = useState(0)
  const start = useStart()

  function another() {
    setSent(undefined)
    setCount(count + 1)
    void navigate({ to: '/refer' })
  }

  if (sent) return <ReferralSent sent={sent} onAnother={another} />
  return (
    <Page title={say('refer.title')} lead={say('refer.lead')}>
      <Loaded query={start} rows={6}>
        {(found) =>
          id ? (
            <ReferKnown id={id} start={found} onSent={setSent} />
          ) : (
            <ReferForm key={count} start={found} onSent={setSent} />
          )
        }
      </Loaded>
    </Page>
  )
}

function ReferKnown({
  id,
  start,
  onSent,
}: {
  readonly id: string
  readonly start: Draft
  readonly onSent: (sent: Sent) => void
}) {
  const say = useText()
  const client = useQuery(read(getClient, { params: { client: id } }))
  return (
    <Loaded query={client} rows={6}>
      {(found) =>
        found.status === 'active' ? (
          <>
            <Incomplete isShown={found.isIncomplete} />
            <ReferForm client={found} start={start} onSent={onSent} />
          </>
        ) : (
          <Banner kind="warning" title={say('refer.closed-record')} />
        )
      }
    </Loaded>
  )
}

/** An empty form, as whoever fills it in usually begins: who refers is what they said last time. */
function useStart() {
  const me = useMe()
  const isPrescriber = me.roles.includes('prescriber')
  const usual = isPrescriber ? 'other-clinician' : 'staff'
  return useQuery({
    ...read(listReferrals, { query: { prescriber: me.id, limit: 1 } }),
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ items: [last] }): Draft => ({
      given: '',
      family: '',
      phone: '',
      isVoicemailSafe: false,
      safeNote: '',
      locale: me.centre.locale as Draft['locale'],
      birthDate: '',
      reasons: [],
      note: '',
      urgency: 'routine',
      hasAgreed: false,
      how: 'spoken',
      source: last?.source ?? usual,
    }),
  })
}
