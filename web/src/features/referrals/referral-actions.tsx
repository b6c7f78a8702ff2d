import { useState } from 'react'
import {
  cancelledReasons,
  completedReasons,
  failedReasons,
  heldReasons,
  rejectedReasons,
} from '../../../../shared/core/codes.ts'
import {
  type Answer,
  cancelReferral,
  completeReferral,
  failReferral,
  holdReferral,
  rejectReferral,
  retractReferral,
} from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, Menu } from '../../ui/index.ts'
import { Assign } from './assign.tsx'
import { EndingDialog } from './ending-dialog.tsx'
import { useEnding } from './endings.ts'
import { RetractDialog } from './retract-dialog.tsx'
import { useClaim, useResume, useStart } from './use-referral-step.ts'

type Referral = Answer<'getReferral'>
type Opened = 'decline' | 'hold' | 'close' | 'assign' | 'retract'

/** What the referral's status and one's permissions allow now, and nothing else. */
export function ReferralActions({ referral }: { readonly referral: Referral }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const seen = { params: { referral: referral.id }, ifMatch: referral.version }
  const claim = useClaim()
  const start = useStart()
  const resume = useResume()
  // What is shown already is done only once it is answered.
  const isOff = !isOnline || claim.isRunning || start.isRunning || resume.isRunning
  const completed = useEnding('completed', completedReasons, completeReferral, seen, close)
  const cancelled = useEnding('cancelled', cancelledReasons, cancelReferral, seen, close)
  const failed = useEnding('failed', failedReasons, failReferral, seen, close)
  const rejected = useEnding('rejected', rejectedReasons, rejectReferral, seen, close)
  const held = useEnding('on-hold', heldReasons, holdReferral, seen, close, (reason, nextActionOn) => ({
    reason,
    nextActionOn,
  }))

  const { status } = referral
  const isGoing = status === 'accepted' || status === 'in-progress'
  const isNew = status === 'requested'
  const isOpen = isGoing || isNew || status === 'on-hold'
  const closings = [
    ...(isGoing && can('referrals:complete') ? [completed] : []),
    ...((isGoing || isNew) && can('referrals:cancel') ? [cancelled] : []),
    ...(isGoing && can('referrals:fail') ? [failed] : []),
  ]
  // Who may only withdraw it is not told that it would be closed.
  const closing = closings.length === 1 ? 'care.cancel' : 'care.close'
  const more = [
    ...(isOpen && can('referrals:assign') ? [{ label: say('care.assign'), onClick: () => setOpened('assign') }] : []),
    ...(status !== 'entered-in-error' && can('referrals:retract')
      ? [{ label: say('client.retract'), onClick: () => setOpened('retract') }]
      : []),
  ]
  return (
    <div className="row">
      {isNew && can('referrals:accept') && (
        <Button kind="primary" icon="check" isDisabled={isOff} onClick={() => void claim.run(seen)}>
          {say('today.claim')}
        </Button>
      )}
      {isNew && can('referrals:reject') && (
        <Button isDisabled={isOff} onClick={() => setOpened('decline')}>
          {say('care.decline')}
        </Button>
      )}
      {status === 'accepted' && can('referrals:start') && (
        <Button isDisabled={isOff} onClick={() => void start.run(seen)}>
          {say('care.start')}
        </Button>
      )}
      {isGoing && can('referrals:hold') && (
        <Button icon="pause" isDisabled={isOff} onClick={() => setOpened('hold')}>
          {say('care.hold')}
        </Button>
      )}
      {status === 'on-hold' && can('referrals:resume') && (
        <Button icon="arrow" isDisabled={isOff} onClick={() => void resume.run(seen)}>
          {say('care.resume')}
        </Button>
      )}
      {closings.length > 0 && (
        <Button isDisabled={isOff} onClick={() => setOpened('close')}>
          {say(closing)}
        </Button>
      )}
      {more.length > 0 && <Menu label={say('client.more')} kind="quiet" items={more} />}
      {opened === 'decline' && <EndingDialog title={say('care.decline')} endings={[rejected]} onClose={close} />}
      {opened === 'hold' && <EndingDialog title={say('care.hold')} endings={[held]} onClose={close} />}
      {opened === 'close' && (
        <EndingDialog title={say(closing)} intro={say('care.close-why')} endings={closings} onClose={close} />
      )}
      {opened === 'assign' && <Assign referral={referral} onClose={close} />}
      {opened === 'retract' && <RetractDialog operation={retractReferral} seen={seen} onClose={close} />}
    </div>
  )
}
