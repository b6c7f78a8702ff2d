import { useQuery } from '@tanstack/react-query'
import { takesPrescriptions } from '../../../../shared/referrals/status.ts'
import { type Answer, listPrescriptions, readAll } from '../../api/index.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { ButtonLink, Loaded, Section } from '../../ui/index.ts'
import { Nothing } from '../clients/nothing.tsx'
import { PrescriptionEntry } from './prescription-entry.tsx'

/** The plan that client and navigator made together: each prescription, where it stands and what is next. */
export function Plan({ client, referral }: { readonly client: string; readonly referral: Answer<'getReferral'> }) {
  const say = useText()
  const can = useCan()
  const prescriptions = useQuery(readAll(listPrescriptions, { params: { referral: referral.id } }))
  const prescribe = can('prescriptions:propose') && takesPrescriptions(referral.status) && (
    <ButtonLink to={`/clients/${client}/prescribe/${referral.id}`} icon="plus">
      {say('client.prescribe')}
    </ButtonLink>
  )
  return (
    <Section id="plan" title={say('client.section.plan')} actions={prescribe}>
      <Loaded query={prescriptions} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={say('client.no-plan')} why={say('client.no-plan-why')} />
          ) : (
            <ul className="entries">
              {items.toReversed().map((prescription) => (
                <li key={prescription.id} className="entry">
                  <PrescriptionEntry prescription={prescription} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}
