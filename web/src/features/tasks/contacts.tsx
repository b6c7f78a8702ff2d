import { useQuery } from '@tanstack/react-query'
import { capital } from '../../../../shared/i18n/capital.ts'
import { moment } from '../../../../shared/i18n/formats.ts'
import { listContacts, readAll } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Loaded, Timeline } from '../../ui/index.ts'

/** The contacts of a referral, the latest first; what was entered in error is left out. */
export function Contacts({ referral }: { readonly referral: string }) {
  const say = useText()
  const { centre } = useMe()
  const contacts = useQuery(readAll(listContacts, { params: { referral } }))
  return (
    <section className="stack-small">
      <h3>{say('today.contacts')}</h3>
      <Loaded query={contacts} rows={2}>
        {({ items }) => {
          const recorded = items.filter(({ status }) => status === 'recorded').toReversed()
          if (recorded.length === 0) return <p className="hint">{say('today.no-contacts')}</p>
          return (
            <Timeline
              label={say('today.contacts')}
              items={recorded.map(({ id, at, channel, result, note }) => ({
                key: id,
                title: `${capital(say(`word.${result}`))}, ${say(`word.${channel}`)}`,
                at: moment(at, say.locale, centre.zone),
                body: note,
              }))}
            />
          )
        }}
      </Loaded>
    </section>
  )
}
