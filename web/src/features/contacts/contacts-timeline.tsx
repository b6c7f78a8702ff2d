import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, moment } from '../../../../shared/i18n/formats.ts'
import { listContacts, readAll, retractContact } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan, useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, Flag, Loaded, Menu, Section, Timeline } from '../../ui/index.ts'
import { Nothing } from '../clients/nothing.tsx'
import { useAct } from '../clients/use-act.ts'
import { useStaffNames } from '../clients/use-names.ts'

/** Older ones are shown when they are asked for. */
const mostShown = 6

/** Every contact and every attempt at one, the latest first. */
export function ContactsTimeline({ referral }: { readonly referral: string }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const { zone } = useMe().centre
  const nameOf = useStaffNames()
  const contacts = useQuery(readAll(listContacts, { params: { referral } }))
  const [isWhole, setWhole] = useState(false)
  const retract = useAct(retractContact, say('client.retracted'))
  return (
    <Section id="contacts" title={say('client.section.contacts')}>
      <Loaded query={contacts} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={say('today.no-contacts')} />
          ) : (
            <>
              <Timeline
                label={say('client.section.contacts')}
                items={items
                  .toReversed()
                  .slice(0, isWhole ? undefined : mostShown)
                  .map((contact, index) => ({
                    key: contact.id,
                    title:
                      contact.status === 'entered-in-error' ? (
                        <Flag icon="close">{capital(say('status.entered-in-error'))}</Flag>
                      ) : (
                        `${capital(say(`word.${contact.result}`))}, ${say(`word.${contact.channel}`)}`
                      ),
                    at: [
                      moment(contact.at, say.locale, zone),
                      nameOf(contact.by),
                      contact.minutes !== undefined && say('client.minutes', { count: contact.minutes }),
                      index === 0 &&
                        contact.nextActionOn &&
                        say('client.then-on', { date: day(contact.nextActionOn, say.locale, 'short') }),
                    ]
                      .filter(Boolean)
                      .join(' · '),
                    body: contact.status === 'recorded' && (
                      <>
                        {contact.note}
                        {contact.writtenTogether && <p className="hint">{say('client.written-together')}</p>}
                        {contact.barriersAddressed.length > 0 && (
                          <p className="hint">
                            {say('client.addressed', {
                              barriers: contact.barriersAddressed.map((code) => say(`code.barrier.${code}`)).join(', '),
                            })}
                          </p>
                        )}
                      </>
                    ),
                    actions: contact.status === 'recorded' && can('contacts:retract') && (
                      <Menu
                        label={say('client.more')}
                        kind="quiet"
                        size="small"
                        items={[
                          {
                            label: say('client.retract'),
                            isDisabled: !isOnline,
                            onClick: () =>
                              void retract.run({ params: { contact: contact.id }, ifMatch: contact.version }),
                          },
                        ]}
                      />
                    ),
                  }))}
              />
              {!isWhole && items.length > mostShown && (
                <p>
                  <Button kind="quiet" onClick={() => setWhole(true)}>
                    {say('client.all-contacts', { count: items.length })}
                  </Button>
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}
