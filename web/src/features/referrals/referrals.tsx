import type { UseQueryResult } from '@tanstack/react-query'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, list } from '../../../../shared/i18n/formats.ts'
import type { Answer } from '../../api/index.ts'
import { useCan, useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, ButtonLink, Facts, Flag, Loaded, Section, Status } from '../../ui/index.ts'
import { Milestones } from '../clients/milestones.tsx'
import { Nothing } from '../clients/nothing.tsx'
import { useStaffNames } from '../clients/use-names.ts'
import { ReferralActions } from './referral-actions.tsx'

type Referral = Answer<'getReferral'>

/** Everything the client was referred for, the latest first, and what can be done about it now. */
export function Referrals<T>({
  client,
  query,
  referrals,
  chosen,
  onChoose,
}: {
  readonly client: string
  readonly query: UseQueryResult<T, Error>
  readonly referrals: readonly Referral[]
  readonly chosen: Referral | undefined
  readonly onChoose: (id: string) => void
}) {
  const say = useText()
  const can = useCan()
  const refer = can('referrals:request') && (
    <ButtonLink to={`/refer?client=${client}`} icon="plus">
      {say('client.refer')}
    </ButtonLink>
  )
  return (
    <Section id="referrals" title={say('client.section.referrals')} actions={refer}>
      <Loaded query={query} rows={2}>
        {() =>
          referrals.length === 0 ? (
            <Nothing title={say('client.no-referrals')} why={say('client.no-referrals-why')} />
          ) : (
            <ul className="entries">
              {referrals.map((referral) => (
                <li key={referral.id} className="entry">
                  <ReferralEntry referral={referral} />
                  {referrals.length > 1 &&
                    (referral.id === chosen?.id ? (
                      <Flag icon="check" tone="good">
                        {say('client.shown')}
                      </Flag>
                    ) : (
                      <div className="row">
                        <Button size="small" kind="quiet" onClick={() => onChoose(referral.id)}>
                          {say('client.show-this')}
                        </Button>
                      </div>
                    ))}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}

function ReferralEntry({ referral }: { readonly referral: Referral }) {
  const say = useText()
  const today = useToday()
  const nameOf = useStaffNames()
  const isOpen = ['requested', 'accepted', 'in-progress', 'on-hold'].includes(referral.status)
  return (
    <>
      <div className="entry-head">
        <h3>
          {capital(
            list(
              referral.reasons.map((reason) => say(`code.referral-reason.${reason}`)),
              say.locale,
            ),
          )}
        </h3>
        <span className="row">
          {referral.urgency === 'urgent' && (
            <Flag icon="alert" tone="danger">
              {say('today.flag.urgent')}
            </Flag>
          )}
          <Status of={referral.status} words={statusWords(say, referral)} />
        </span>
      </div>
      {referral.note && <p className="pre-line">{referral.note}</p>}
      {referral.statusReason?.words && <p className="hint pre-line">{referral.statusReason.words}</p>}
      <Milestones
        of={[
          [say('field.requestedAt'), referral.requestedAt],
          [say('field.contactedAt'), referral.contactedAt],
          [say('field.prescribedAt'), referral.prescribedAt],
          [say('field.attendedAt'), referral.attendedAt],
          [say('field.closedAt'), referral.closedAt],
        ]}
      />
      <Facts
        of={[
          [say('field.source'), sourceWords(say(`word.${referral.source}`), nameOf(referral.prescriber))],
          [say('field.navigator'), nameOf(referral.navigator)],
          [say('field.agreed'), referral.agreed && capital(say(`word.${referral.agreed}`))],
          [say('field.nextActionOn'), isOpen && <NextAction on={referral.nextActionOn} today={today} />],
        ]}
      />
      <ReferralActions referral={referral} />
    </>
  )
}

/** Who referred somebody, and as what. */
export function sourceWords(source: string, prescriber: string): string {
  return prescriber ? `${prescriber} (${source})` : capital(source)
}

/** The status, and the reason for it where there is one. */
export function statusWords(
  say: ReturnType<typeof useText>,
  { status, statusReason }: { readonly status: string; readonly statusReason?: Referral['statusReason'] },
): string {
  const word = capital(say(`status.${status}`))
  const hasList = ['completed', 'cancelled', 'failed', 'rejected', 'on-hold'].includes(status)
  return statusReason && hasList ? `${word}, ${say(`code.${status}.${statusReason.code}`)}` : word
}

/** When to look again: a day gone by is in red. */
export function NextAction({ on, today }: { readonly on: string; readonly today: string }) {
  const say = useText()
  const words = on === today ? say('today.due-today') : day(on, say.locale)
  return on < today ? (
    <Flag icon="clock" tone="danger">
      {words}
    </Flag>
  ) : (
    words
  )
}
