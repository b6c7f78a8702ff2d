import { giveConsent, type Problem, requestPrescription, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Banner, Button, useToast } from '../../ui/index.ts'
import { usePartnerNames } from '../clients/use-names.ts'
import type { Prescription } from './prescription-entry.tsx'

/** No place, for now or at all: the waiting list is what is left to ask for. */
const full: readonly string[] = ['activity-full', 'no-admission']

/** Asks the organiser; where the client has yet to agree, or no place is left, says so and offers the way on. */
export function SendRequest({ prescription }: { readonly prescription: Prescription }) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const partnerName = usePartnerNames()
  const { id, version, partner, client } = prescription
  const request = useCommand(requestPrescription, { onDone: () => toast({ text: say('care.done.requested') }) })
  const send = (waitlist: boolean) =>
    void request.run({ params: { prescription: id }, body: { waitlist }, ifMatch: version })
  const agree = useCommand(giveConsent, { onDone: () => send(false) })
  const problem: Problem | undefined = agree.problem ?? request.problem
  const isUnshared = problem?.code === 'consent-missing'
  return (
    <>
      {problem && (
        <Banner kind="warning" title={problem.code === 'precondition-failed' ? say('common.changed') : problem.message}>
          {problem.isOffline ? say('common.unreachable') : problem.detail}
        </Banner>
      )}
      <div className="row">
        {isUnshared && partner ? (
          <Button
            icon="check"
            isBusy={agree.isRunning || request.isRunning}
            isDisabled={!isOnline}
            onClick={() =>
              void agree.run({
                params: { client },
                body: { scope: { kind: 'share', partner, prescription: id }, how: 'spoken' },
              })
            }
          >
            {say('care.agree-and-send', { partner: partnerName(partner) })}
          </Button>
        ) : (
          <Button icon="mail" isBusy={request.isRunning} isDisabled={!isOnline} onClick={() => send(false)}>
            {say('care.send')}
          </Button>
        )}
        {problem && full.includes(problem.code) && (
          <Button icon="pause" isBusy={request.isRunning} isDisabled={!isOnline} onClick={() => send(true)}>
            {say('care.ask-waitlist')}
          </Button>
        )}
      </div>
    </>
  )
}
