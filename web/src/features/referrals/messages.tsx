import { useQuery } from '@tanstack/react-query'
import { capital } from '../../../../shared/i18n/capital.ts'
import { moment } from '../../../../shared/i18n/formats.ts'
import { listReferralMessages, readAll } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { inLocale, useText } from '../../i18n/index.ts'
import { Loaded, Section, Timeline } from '../../ui/index.ts'
import { Nothing } from '../clients/nothing.tsx'
import { useStaffNames } from '../clients/use-names.ts'

/** What the prescriber was told, ready for the chart. */
export function Messages({ referral }: { readonly referral: string }) {
  const say = useText()
  const { zone } = useMe().centre
  const nameOf = useStaffNames()
  const messages = useQuery(readAll(listReferralMessages, { params: { referral } }))
  return (
    <Section id="messages" title={say('client.section.messages')}>
      <Loaded query={messages} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={say('client.no-messages')} why={say('client.no-messages-why')} />
          ) : (
            <Timeline
              label={say('client.section.messages')}
              items={items.toReversed().map(({ id, to, moment: when, text, status, createdAt, sentAt }) => ({
                key: id,
                title: capital(say(`client.moment.${when}`)),
                at: `${say('client.told', { name: nameOf(to) })} · ${moment(sentAt ?? createdAt, say.locale, zone)} · ${say(`client.message-status.${status}`)}`,
                body: (
                  <details>
                    <summary>{say('client.message-text')}</summary>
                    <p className="pre-line">{inLocale(text, say.locale)}</p>
                  </details>
                ),
              }))}
            />
          )
        }
      </Loaded>
    </Section>
  )
}
