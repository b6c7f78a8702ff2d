import { useQuery } from '@tanstack/react-query'
import { day, dayOf } from '../../../../shared/i18n/formats.ts'
import { listReferralMessages, readAll } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { inLocale, useText } from '../../i18n/index.ts'
import { Button, Incomplete, Loaded, useToast } from '../../ui/index.ts'

/** Every message back of a referral, newest first, each as text to put in a chart. */
export function MessagesBack({ referral }: { readonly referral: string }) {
  const say = useText()
  const toast = useToast()
  const { centre } = useMe()
  const messages = useQuery(readAll(listReferralMessages, { params: { referral } }))

  async function copy(text: string) {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    toast(isCopied ? { text: say('referrals.copied') } : { kind: 'failed', text: say('referrals.not-copied') })
  }

  return (
    <section className="stack-small">
      <h3>{say('referrals.messages')}</h3>
      <Loaded query={messages} rows={2}>
        {({ items, isIncomplete }) => (
          <>
            <Incomplete isShown={isIncomplete} />
            {items.length === 0 && <p className="hint">{say('referrals.no-messages')}</p>}
            <ol className="plain-list">
              {items.toReversed().map(({ id, moment, createdAt, text }) => (
                <li key={id} className="chart-text">
                  <div className="card-header">
                    <span>
                      <strong>{say(`referrals.moment.${moment}`)}</strong>{' '}
                      <span className="hint">{day(dayOf(createdAt, centre.zone), say.locale, 'short')}</span>
                    </span>
                    <Button
                      size="small"
                      aria-label={`${say('referrals.copy')}, ${say(`referrals.moment.${moment}`)}`}
                      onClick={() => void copy(inLocale(text, say.locale))}
                    >
                      {say('referrals.copy')}
                    </Button>
                  </div>
                  <p className="pre-line">{inLocale(text, say.locale)}</p>
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </section>
  )
}
