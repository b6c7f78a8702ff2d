import { useState } from 'react'
import { retractPrescription } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, ButtonLink, Menu } from '../../ui/index.ts'
import { EndingDialog } from '../referrals/ending-dialog.tsx'
import { RetractDialog } from '../referrals/retract-dialog.tsx'
import { EditPrescription } from './edit-prescription.tsx'
import type { Prescription } from './prescription-entry.tsx'
import { SendRequest } from './send-request.tsx'
import { useEndings } from './use-endings.ts'
import { useAnswer, useBegin } from './use-prescription-step.ts'

type Opened = 'decline' | 'close' | 'edit' | 'retract'

/** What the prescription's status and one's permissions allow now: asking, the answer that came, going, ending. */
export function PrescriptionActions({ prescription }: { readonly prescription: Prescription }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const { id, version, status } = prescription
  const seen = { params: { prescription: id }, ifMatch: version }
  const answer = useAnswer()
  const begin = useBegin()
  // What is shown already is done only once it is answered.
  const isOff = !isOnline || answer.isRunning || begin.isRunning
  const { rejected, closings } = useEndings(prescription, close)

  const isOver = ['completed', 'rejected', 'cancelled', 'failed', 'entered-in-error'].includes(status)
  const isAsked = (status === 'requested' || status === 'on-hold') && can('prescriptions:answer')
  const more = [
    ...(!isOver && can('prescriptions:update')
      ? [{ label: say('care.edit-supports'), onClick: () => setOpened('edit') }]
      : []),
    ...(status !== 'entered-in-error' && can('prescriptions:retract')
      ? [{ label: say('client.retract'), onClick: () => setOpened('retract') }]
      : []),
  ]
  return (
    <>
      {status === 'proposed' && can('prescriptions:request') && <SendRequest prescription={prescription} />}
      <div className="row">
        {isAsked && <span className="hint">{say('care.their-answer')}</span>}
        {isAsked && (
          <Button
            icon="check"
            isDisabled={isOff}
            onClick={() => void answer.run({ ...seen, body: { answer: 'accept' } })}
          >
            {say('care.answer.accept')}
          </Button>
        )}
        {isAsked && status === 'requested' && (
          <Button
            icon="pause"
            isDisabled={isOff}
            onClick={() => void answer.run({ ...seen, body: { answer: 'waitlist' } })}
          >
            {say('care.answer.waitlist')}
          </Button>
        )}
        {isAsked && (
          <Button icon="stop" isDisabled={isOff} onClick={() => setOpened('decline')}>
            {say('care.answer.reject')}
          </Button>
        )}
        {status === 'accepted' && can('prescriptions:start') && (
          <Button icon="arrow" isDisabled={isOff} onClick={() => void begin.run(seen)}>
            {say('care.started')}
          </Button>
        )}
        {closings.length > 0 && (
          <Button isDisabled={isOff} onClick={() => setOpened('close')}>
            {say('care.close-prescription')}
          </Button>
        )}
        {!isOver && (
          <ButtonLink to={`/prescriptions/${id}/print`} icon="printer">
            {say('common.print')}
          </ButtonLink>
        )}
        {more.length > 0 && <Menu label={say('client.more')} kind="quiet" items={more} />}
      </div>
      {opened === 'decline' && <EndingDialog title={say('care.answer.reject')} endings={[rejected]} onClose={close} />}
      {opened === 'close' && <EndingDialog title={say('care.close-prescription')} endings={closings} onClose={close} />}
      {opened === 'edit' && <EditPrescription prescription={prescription} onClose={close} />}
      {opened === 'retract' && <RetractDialog operation={retractPrescription} seen={seen} onClose={close} />}
    </>
  )
}
