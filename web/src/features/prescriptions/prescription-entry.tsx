import { Link } from '@tanstack/react-router'
import { capital } from '../../../../shared/i18n/capital.ts'
import type { Answer } from '../../api/index.ts'
import { useToday } from '../../app/session.tsx'
import { inLocale, useText } from '../../i18n/index.ts'
import { Facts, Flag, Status } from '../../ui/index.ts'
import { Milestones } from '../clients/milestones.tsx'
import { usePartnerNames } from '../clients/use-names.ts'
import { NextAction, statusWords } from '../referrals/referrals.tsx'
import { PrescriptionActions } from './prescription-actions.tsx'

export type Prescription = Answer<'getPrescription'>

/** While it waits for somebody it has a day of its own; from then on its referral has. */
export const awaited: readonly string[] = ['proposed', 'requested']
const over: readonly string[] = ['completed', 'rejected', 'cancelled', 'failed', 'entered-in-error']

/** One prescription: what, with whom, what was arranged, and where it stands. */
export function PrescriptionEntry({ prescription }: { readonly prescription: Prescription }) {
  const say = useText()
  const today = useToday()
  const partnerName = usePartnerNames()
  const { activity, activityName, partner, volunteerRole, supports, noteToPartner, status } = prescription
  return (
    <>
      <div className="entry-head">
        <h3>
          <Link to={`/activities/${activity}`}>{inLocale(activityName, say.locale)}</Link>
          {volunteerRole && <span className="hint"> {inLocale(volunteerRole, say.locale)}</span>}
        </h3>
        <Status of={status} words={statusWords(say, prescription)} />
      </div>
      {prescription.statusReason?.words && <p className="hint pre-line">{prescription.statusReason.words}</p>}
      <Milestones
        of={[
          [say('field.proposedAt'), prescription.proposedAt],
          [say('field.requestedAt'), prescription.requestedAt],
          [say('field.answeredAt'), prescription.answeredAt],
          [say('field.waitingSince'), prescription.waitingSince],
          [say('field.startedAt'), prescription.startedAt],
          [say('field.closedAt'), prescription.closedAt],
        ]}
      />
      <Facts
        of={[
          [say('field.partner'), partner ? partnerName(partner) : say('care.own')],
          [say('care.shared'), partner && !over.includes(status) && <Shared consent={prescription.consent} />],
          [
            say('care.attended'),
            prescription.timesAttended > 0 && say('care.times', { count: prescription.timesAttended }),
          ],
          [
            say('field.nextActionOn'),
            awaited.includes(status) && <NextAction on={prescription.nextActionOn} today={today} />,
          ],
        ]}
      />
      {supports.length > 0 && (
        <ul className="plain-list" aria-label={say('field.supports')}>
          {supports.map(({ code, arranged, words }) => (
            <li key={code} className="row">
              <Flag icon={arranged ? 'check' : 'clock'} tone={arranged ? 'good' : 'warning'}>
                {say(arranged ? 'care.arranged' : 'care.to-arrange', { support: say(`code.barrier.${code}`) })}
              </Flag>
              {words && <span className="hint">{words}</span>}
            </li>
          ))}
        </ul>
      )}
      {noteToPartner && <p className="pre-line hint">{`${capital(say('field.noteToPartner'))} – ${noteToPartner}`}</p>}
      <PrescriptionActions prescription={prescription} />
    </>
  )
}

function Shared({ consent }: { readonly consent: string | undefined }) {
  const say = useText()
  return consent ? (
    <Flag icon="check" tone="good">
      {say('care.is-shared')}
    </Flag>
  ) : (
    <Flag icon="lock">{say('care.not-shared')}</Flag>
  )
}
