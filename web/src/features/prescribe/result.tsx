import { inLocale, useText } from '../../i18n/index.ts'
import { Banner, Button, ButtonLink } from '../../ui/index.ts'
import type { Activity } from '../activities/activity.ts'
import type { Outcome } from './use-prescribe.ts'

/** What one click has done, and what comes next: the paper. */
export function Done({
  outcome: { prescription, isConsentGiven },
  activity,
  partner,
  client,
  onClose,
}: {
  readonly outcome: Outcome
  readonly activity: Activity
  readonly partner: string | undefined
  readonly client: string
  readonly onClose: () => void
}) {
  const say = useText()
  if (prescription === undefined) return null
  const isWaiting = prescription.status === 'on-hold'
  const asked = partner ? say('prescribe.done.asked', { partner }) : say('prescribe.done.own')
  return (
    <div className="stack" role="status">
      <Banner kind="success" title={say(isWaiting ? 'prescribe.done.waiting-title' : 'prescribe.done.title')}>
        <ul>
          <li>{say('prescribe.done.plan', { activity: inLocale(activity.name, say.locale) })}</li>
          {isConsentGiven && <li>{say('prescribe.done.consent')}</li>}
          <li>{isWaiting ? say('prescribe.done.waiting') : asked}</li>
        </ul>
      </Banner>
      <div className="actions">
        <ButtonLink kind="primary" icon="printer" to={`/prescriptions/${prescription.id}/print`} hash="now">
          {say('common.print')}
        </ButtonLink>
        <Button onClick={onClose}>{say('prescribe.another')}</Button>
        <ButtonLink kind="quiet" to={`/clients/${client}`}>
          {say('prescribe.record')}
        </ButtonLink>
      </div>
    </div>
  )
}

/** What was refused, what is done nevertheless, and that trying again repeats nothing. */
export function Refused({
  outcome: { prescription, isConsentGiven, problem },
  isBusy,
  onWait,
}: {
  readonly outcome: Outcome
  readonly isBusy: boolean
  readonly onWait: () => void
}) {
  const say = useText()
  if (problem === undefined) return null
  const kept = prescription
    ? say(isConsentGiven ? 'prescribe.kept.plan-consent' : 'prescribe.kept.plan')
    : say(problem.isOffline ? 'prescribe.kept.unknown' : 'prescribe.kept.nothing')
  const canWait = problem.code === 'activity-full' || problem.code === 'no-admission'
  return (
    <Banner
      kind="error"
      title={problem.isOffline ? say('common.unreachable') : problem.message}
      actions={
        canWait && (
          <Button isBusy={isBusy} onClick={onWait}>
            {say('prescribe.wait')}
          </Button>
        )
      }
    >
      {problem.detail && <p>{problem.detail}</p>}
      <p>{kept}</p>
      {problem.reference && <p className="hint">{say('common.reference', { reference: problem.reference })}</p>}
    </Banner>
  )
}
