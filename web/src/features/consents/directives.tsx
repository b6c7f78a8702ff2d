import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, dayOf } from '../../../../shared/i18n/formats.ts'
import { type Answer, liftDirective, listDirectives, read } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan, useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, Loaded, Section, Status, Table } from '../../ui/index.ts'
import { Nothing } from '../clients/nothing.tsx'
import { useAct } from '../clients/use-act.ts'
import { usePartnerNames, useStaffNames } from '../clients/use-names.ts'
import { SetDirective } from './set-directive.tsx'
import { useEntries } from './use-entries.ts'

type Directive = Answer<'getDirective'>
type Referral = Answer<'getReferral'>

/** The client's own word on who may not see what. */
export function Directives({
  client,
  referrals,
}: {
  readonly client: string
  readonly referrals: readonly Referral[]
}) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const { zone } = useMe().centre
  const [isSetting, setSetting] = useState(false)
  const directives = useQuery(read(listDirectives, { params: { client } }))
  const lift = useAct(liftDirective, say('privacy.lifted'))
  const { whatOf, fromOf } = useDirectiveWords(referrals)
  const set = can('directives:set') && (
    <Button icon="lock" isDisabled={!isOnline} onClick={() => setSetting(true)}>
      {say('privacy.set')}
    </Button>
  )
  return (
    <Section id="directives" title={say('client.section.directives')} actions={set}>
      <Loaded query={directives} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={say('privacy.no-directives')} why={say('privacy.no-directives-why')} />
          ) : (
            <Table
              caption={say('client.section.directives')}
              keyOf={({ id }) => id}
              rows={items.toSorted((a, b) => a.status.localeCompare(b.status) || b.since.localeCompare(a.since))}
              columns={[
                { key: 'what', label: say('privacy.what'), cell: whatOf },
                { key: 'from', label: say('field.against'), cell: fromOf },
                {
                  key: 'since',
                  label: say('field.since'),
                  cell: ({ since, liftedAt }) => (
                    <>
                      {day(since, say.locale)}
                      {liftedAt && (
                        <p className="hint">
                          {say('privacy.lifted-on', { date: day(dayOf(liftedAt, zone), say.locale) })}
                        </p>
                      )}
                    </>
                  ),
                },
                {
                  key: 'status',
                  label: say('field.status'),
                  cell: ({ status }) => (
                    <Status
                      of={status}
                      words={say(status === 'active' ? 'privacy.in-force' : 'privacy.not-in-force')}
                    />
                  ),
                },
                ...(can('directives:lift')
                  ? [
                      {
                        key: 'do',
                        label: say('privacy.do'),
                        isAction: true,
                        cell: (directive: Directive) =>
                          directive.status === 'active' && (
                            <Button
                              size="small"
                              isDisabled={!isOnline}
                              aria-label={say('privacy.lift-this', { what: whatOf(directive) })}
                              onClick={() =>
                                void lift.run({ params: { directive: directive.id }, ifMatch: directive.version })
                              }
                            >
                              {say('privacy.lift')}
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
      {isSetting && <SetDirective client={client} referrals={referrals} onClose={() => setSetting(false)} />}
    </Section>
  )
}

function useDirectiveWords(referrals: readonly Referral[]) {
  const say = useText()
  const nameOf = useStaffNames()
  const partnerName = usePartnerNames()
  const entries = useEntries(referrals)
  return {
    whatOf: ({ scope }: Directive) => {
      if (scope.kind === 'section') return say(`section.${scope.section}`)
      if (scope.kind === 'record') return capital(say('word.record'))
      return entries.find(({ value }) => value === scope.entry)?.label ?? capital(say('word.entry'))
    },
    fromOf: ({ against }: Directive) => {
      if (against.kind === 'person') return nameOf(against.staff)
      if (against.kind === 'role') return say('privacy.all-of-role', { role: say(`role.${against.role}`) })
      return partnerName(against.partner)
    },
  }
}
