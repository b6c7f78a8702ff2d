import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { codeWord } from '../../../../shared/activities/words.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { languageName } from '../../../../shared/i18n/formats.ts'
import { takesPrescriptions } from '../../../../shared/referrals/status.ts'
import { getClient, getReferral, read } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { Banner, ButtonLink, Incomplete, Loaded, Page } from '../../ui/index.ts'
import { Choosing } from './choosing.tsx'
import './prescribe.css'

/** Finding what fits a client, and prescribing it: search, pick, prescribe, print. */
export function Prescribe() {
  const say = useText()
  const { client: clientId = '', referral: referralId = '' } = useParams({ strict: false })
  const client = useQuery(read(getClient, { params: { client: clientId } }))
  const referral = useQuery(read(getReferral, { params: { referral: referralId } }))
  return (
    <Page
      title={say('prescribe.title')}
      isWide
      actions={
        <ButtonLink icon="person" to={`/clients/${clientId}`}>
          {say('prescribe.record')}
        </ButtonLink>
      }
    >
      <Loaded query={client} rows={2}>
        {(found) => (
          <div className="prescribe-screen">
            <Incomplete isShown={found.isIncomplete || referral.data?.isIncomplete} />
            <div className="prescribe-client">
              <p className="prescribe-name">
                {[found.names.preferred ?? found.names.given, found.names.family].join(' ')}
              </p>
              <p className="hint">
                {[
                  capital(languageName(found.locale, say.locale)),
                  found.town,
                  found.interests.map((interest) => codeWord(interest, 'code.interest', say)).join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Loaded query={referral} rows={6}>
              {({ id, status, client: of }) =>
                takesPrescriptions(status) && of === found.id ? (
                  <Choosing client={found} referral={id} />
                ) : (
                  <Banner kind="warning" title={say('prescribe.not-open')}>
                    {say('prescribe.not-open-why', { status: say(`status.${status}`) })}
                  </Banner>
                )
              }
            </Loaded>
          </div>
        )}
      </Loaded>
    </Page>
  )
}
