import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, dayOf } from '../../../../shared/i18n/formats.ts'
import { type Answer, listConsents, read } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan, useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, Loaded, Section, Status, Table } from '../../ui/index.ts'
import { Nothing } from '../clients/nothing.tsx'
import { usePartnerNames } from '../clients/use-names.ts'
import { GiveConsent } from './give-consent.tsx'
import { WithdrawConsent } from './withdraw-consent.tsx'

export type Consent = Answer<'getConsent'>

/** What the client agreed to, each given and withdrawn on its own. */
export function Consents({ client }: { readonly client: string }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const { zone } = useMe().centre
  const wordsOf = useScopeWords()
  const [isGiving, setGiving] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Consent>()
  const consents = useQuery(read(listConsents, { params: { client } }))
  const on = (instant: string) => day(dayOf(instant, zone), say.locale)
  const give = can('consents:give') && (
    <Button icon="plus" isDisabled={!isOnline} onClick={() => setGiving(true)}>
      {say('privacy.give')}
    </Button>
  )
  return (
    <Section id="consents" title={say('client.section.consents')} actions={give}>
      <Loaded query={consents} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={say('privacy.no-consents')} why={say('privacy.no-consents-why')} />
          ) : (
            <Table
              caption={say('client.section.consents')}
              keyOf={({ id }) => id}
              rows={items.toSorted(givenFirst)}
              columns={[
                { key: 'scope', label: say('privacy.consent-to'), cell: ({ scope }) => wordsOf(scope) },
                {
                  key: 'status',
                  label: say('field.status'),
                  cell: ({ status }) => <Status of={status} words={capital(say(`word.${status}`))} />,
                },
                {
                  key: 'given',
                  label: say('field.givenAt'),
                  cell: ({ givenAt, how, withdrawnAt }) => (
                    <>
                      {`${on(givenAt)}, ${say(`word.${how}`)}`}
                      {withdrawnAt && <p className="hint">{say('privacy.withdrawn-on', { date: on(withdrawnAt) })}</p>}
                    </>
                  ),
                },
                ...(can('consents:withdraw')
                  ? [
                      {
                        key: 'do',
                        label: say('privacy.do'),
                        isAction: true,
                        cell: (consent: Consent) =>
                          consent.status === 'given' && (
                            <Button
                              size="small"
                              isDisabled={!isOnline}
                              aria-label={say('privacy.withdraw-this', { what: wordsOf(consent.scope) })}
                              onClick={() => setWithdrawing(consent)}
                            >
                              {say('privacy.withdraw')}
                            </Button>
                          ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }
      </Loaded>
      {isGiving && <GiveConsent client={client} onClose={() => setGiving(false)} />}
      {withdrawing && <WithdrawConsent consent={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </Section>
  )
}

function givenFirst(a: Consent, b: Consent): number {
  return a.status === b.status ? b.givenAt.localeCompare(a.givenAt) : a.status === 'given' ? -1 : 1
}

/** What a consent is to, in words. */
export function useScopeWords(): (scope: Consent['scope']) => string {
  const say = useText()
  const partnerName = usePartnerNames()
  return (scope) => {
    if (scope.kind === 'share') {
      const key = scope.prescription ? 'privacy.scope.share-one' : 'privacy.scope.share'
      return say(key, { partner: partnerName(scope.partner) })
    }
    if (scope.kind === 'messages') return say('privacy.scope.messages', { channel: say(`word.${scope.channel}`) })
    return say('privacy.scope.evaluation')
  }
}
