import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, dayOf, list } from '../../../../shared/i18n/formats.ts'
import { useOnline } from '../../app/online.ts'
import { useCan, useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, ButtonLink, Facts, Panel, Status } from '../../ui/index.ts'
import { CancelReferral } from './cancel.tsx'
import { MessagesBack } from './chart-messages.tsx'
import { OutcomeSentence } from './outcome.tsx'
import { cancellable, type Row } from './rows.ts'

/** One referral of mine: how it stands, every message back ready for the chart, and what I can do. */
export function ReferralPanel({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const { centre } = useMe()
  const [isCancelling, setCancelling] = useState(false)

  return (
    <>
      <Panel title={row.clientName} onClose={onClose}>
        <p className="stack-small">
          <Status of={row.status} words={capital(say(`status.${row.status}`))} />
          <OutcomeSentence row={row} />
        </p>
        <div className="row">
          <ButtonLink to={`/clients/${row.client}`} icon="person">
            {say('today.open-record')}
          </ButtonLink>
          <ButtonLink to={`/refer?client=${row.client}`} icon="plus">
            {say('referrals.again')}
          </ButtonLink>
          {can('referrals:cancel') && cancellable.includes(row.status) && (
            <Button icon="close" isDisabled={!isOnline} onClick={() => setCancelling(true)}>
              {say('referrals.cancel')}
            </Button>
          )}
        </div>
        <MessagesBack referral={row.id} />
        <Facts
          of={[
            [
              say('field.reasons'),
              capital(
                list(
                  row.reasons.map((reason) => say(`code.referral-reason.${reason}`)),
                  say.locale,
                ),
              ),
            ],
            [say('referrals.column.sent'), day(dayOf(row.requestedAt, centre.zone), say.locale)],
            [say('field.agreed'), row.agreed && capital(say(`word.${row.agreed}`))],
          ]}
        />
        {row.note && <p className="pre-line">{row.note}</p>}
      </Panel>
      <CancelReferral row={row} isOpen={isCancelling} onClose={() => setCancelling(false)} />
    </>
  )
}
