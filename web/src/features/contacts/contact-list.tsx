import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, moment } from '../../../../shared/i18n/formats.ts'
import { type Answer, listContacts, readAll } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, Flag, Loaded, Timeline } from '../../ui/index.ts'

export type Contact = Answer<'listContacts'>['items'][number]

/** Older ones are shown when they are asked for. */
const mostShown = 6

/** Every contact of a referral and every attempt at one, the latest first. */
export function ContactList({
  referral,
  byOf,
  actionsOf,
}: {
  readonly referral: string
  /** Who was in touch, where that is told. */
  readonly byOf?: (contact: Contact) => string
  /** What can be done about one, where that is offered. */
  readonly actionsOf?: (contact: Contact) => ReactNode
}) {
  const say = useText()
  const { zone } = useMe().centre
  const contacts = useQuery(readAll(listContacts, { params: { referral } }))
  const [isWhole, setWhole] = useState(false)
  const whenOf = (contact: Contact, isLatest: boolean) =>
    [
      moment(contact.at, say.locale, zone),
      byOf?.(contact),
      contact.minutes !== undefined && say('contacts.took', { count: contact.minutes }),
      isLatest &&
        contact.nextActionOn &&
        say('contacts.then-on', { date: day(contact.nextActionOn, say.locale, 'short') }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Loaded query={contacts} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="hint">{say('contacts.none')}</p>
        ) : (
          <>
            <Timeline
              label={say('contacts.title')}
              items={items
                .toReversed()
                .slice(0, isWhole ? undefined : mostShown)
                .map((contact, index) => ({
                  key: contact.id,
                  title: <Result of={contact} />,
                  at: whenOf(contact, index === 0),
                  body: contact.status === 'recorded' && <Told of={contact} />,
                  actions: actionsOf?.(contact),
                }))}
            />
            {!isWhole && items.length > mostShown && (
              <p>
                <Button kind="quiet" onClick={() => setWhole(true)}>
                  {say('contacts.all', { count: items.length })}
                </Button>
              </p>
            )}
          </>
        )
      }
    </Loaded>
  )
}

function Result({ of: { status, result, channel } }: { readonly of: Contact }) {
  const say = useText()
  if (status === 'entered-in-error') return <Flag icon="close">{capital(say('status.entered-in-error'))}</Flag>
  return `${capital(say(`word.${result}`))}, ${say(`word.${channel}`)}`
}

function Told({ of: { note, writtenTogether, barriersAddressed } }: { readonly of: Contact }) {
  const say = useText()
  return (
    <>
      {note}
      {writtenTogether && <p className="hint">{say('contacts.written-together')}</p>}
      {barriersAddressed.length > 0 && (
        <p className="hint">
          {say('contacts.addressed', {
            barriers: barriersAddressed.map((code) => say(`code.barrier.${code}`)).join(', '),
          })}
        </p>
      )}
    </>
  )
}
