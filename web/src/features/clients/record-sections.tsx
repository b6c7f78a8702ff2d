import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isUnderWay } from '../../../../shared/referrals/status.ts'
import { type Answer, listReferrals, readAll } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, ButtonLink, Dialog, Loading } from '../../ui/index.ts'
import { Consents } from '../consents/consents.tsx'
import { Directives } from '../consents/directives.tsx'
import { ContactsTimeline } from '../contacts/contacts-timeline.tsx'
import { LogContact } from '../contacts/log-contact.tsx'
import { Goals } from '../goals/goals.tsx'
import { MeasuresSummary } from '../measures/summary.tsx'
import { Plan } from '../prescriptions/plan.tsx'
import { Messages } from '../referrals/messages.tsx'
import { Referrals } from '../referrals/referrals.tsx'
import { About } from './about.tsx'
import { ClientBanner } from './client-banner.tsx'
import { Details } from './details.tsx'
import { Locked } from './locked.tsx'
import type { Client } from './person.ts'
import { SectionList } from './section-list.tsx'

type Referral = Answer<'getReferral'>

/** The parts of a record. What belongs to one referral follows the one that is chosen: the latest under way. */
export function Record({ client }: { readonly client: Client }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const [picked, setPicked] = useState<string>()
  const [isLogging, setLogging] = useState(false)
  const list = useQuery(readAll(listReferrals, { query: { client: client.id } }))
  const referrals = (list.data?.items ?? []).toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt))
  const referral = referrals.find(({ id }) => id === picked) ?? usual(referrals)
  const isGoingOn = referral !== undefined && isUnderWay(referral.status)
  return (
    <div className="record">
      <ClientBanner
        client={client}
        actions={
          isGoingOn && (
            <>
              {can('contacts:log') && (
                <Button
                  kind="primary"
                  icon="phone"
                  shortcut="L"
                  isDisabled={!isOnline}
                  onClick={() => setLogging(true)}
                >
                  {say('contacts.log')}
                </Button>
              )}
              {can('prescriptions:propose') && (
                <ButtonLink to={`/clients/${client.id}/prescribe/${referral.id}`} icon="leaf" shortcut="P">
                  {say('client.prescribe')}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <SectionList hasReferral={list.isPending || referral !== undefined} />
      <div className="record-main">
        <Locked client={client.id} referral={referral?.id} />
        {list.isPending && <Loading rows={6} />}
        {referral && <Goals referral={referral} />}
        <About client={client} />
        <Referrals client={client.id} query={list} referrals={referrals} chosen={referral} onChoose={setPicked} />
        {referral && <Plan client={client.id} referral={referral} />}
        {referral && <ContactsTimeline referral={referral.id} />}
        {referral && <MeasuresSummary referral={referral} />}
        {can('consents:read') && <Consents client={client.id} />}
        {can('directives:read') && <Directives client={client.id} referrals={referrals} />}
        {referral && <Messages referral={referral.id} />}
        <Details client={client} />
      </div>
      {referral && (
        <Dialog title={say('contacts.log')} isOpen={isLogging} onClose={() => setLogging(false)} isFirm>
          <LogContact referral={referral.id} onDone={() => setLogging(false)} onCancel={() => setLogging(false)} />
        </Dialog>
      )}
    </div>
  )
}

function usual(referrals: readonly Referral[]): Referral | undefined {
  return (
    referrals.find(({ status }) => isUnderWay(status)) ??
    referrals.find(({ status }) => status !== 'entered-in-error') ??
    referrals[0]
  )
}
