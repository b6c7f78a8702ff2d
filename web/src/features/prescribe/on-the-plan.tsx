import { Link } from '@tanstack/react-router'
import { capital } from '../../../../shared/i18n/capital.ts'
import type { Answer } from '../../api/index.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Icon, Status } from '../../ui/index.ts'

/** What was chosen before for the same referral, each with its paper. */
export function OnThePlan({ prescriptions }: { readonly prescriptions: readonly Answer<'getPrescription'>[] }) {
  const say = useText()
  if (prescriptions.length === 0) return null
  return (
    <section className="on-the-plan" aria-labelledby="on-the-plan">
      <h2 id="on-the-plan">{say('prescribe.on-plan')}</h2>
      <ul>
        {prescriptions.map(({ id, activityName, status }) => (
          <li key={id} className="row">
            <strong>{inLocale(activityName, say.locale)}</strong>
            <Status of={status} words={capital(say(`status.${status}`))} />
            <Link to={`/prescriptions/${id}/print`}>
              <Icon name="printer" /> {say('common.print')}
              <span className="visually-hidden"> {inLocale(activityName, say.locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
