import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { day } from '../../../../shared/i18n/formats.ts'
import { getCentre, getClient, read, updateClient, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan, useMe, useToday } from '../../app/session.tsx'
import { inLocale, useText } from '../../i18n/index.ts'
import { Banner, Button, ButtonLink, Loaded, Page, Section, useToast } from '../../ui/index.ts'
import { contactPointOf, hasPhone } from './draft.ts'
import { Slip } from './slip.tsx'
import type { Sent } from './use-refer.ts'

/** The referral is on its way: what happens next, for who referred and, on paper, for the client. */
export function ReferralSent({ sent, onAnother }: { readonly sent: Sent; readonly onAnother: () => void }) {
  const say = useText()
  const me = useMe()
  const today = useToday()
  const { name, referral, draft } = sent
  const heading = useRef<HTMLParagraphElement>(null)
  const centre = useQuery(read(getCentre, {}))
  const client = useQuery(read(getClient, { params: { client: referral.client } }))
  const isPrescriber = me.roles.includes('prescriber')
  useEffect(() => heading.current?.focus(), [])
  return (
    <Page title={say('refer.sent')}>
      <div className="no-print stack">
        <Banner kind="success">
          <p ref={heading} tabIndex={-1} className="sent-name" role="status">
            {say('refer.sent-of', { name })}
          </p>
          {say('refer.sent-due', { day: day(referral.nextActionOn, say.locale) })}
        </Banner>
        {sent.isKnown && <NumberNotOnFile sent={sent} />}
        <div className="page-actions">
          <Button kind="primary" icon="plus" onClick={onAnother}>
            {say('refer.another')}
          </Button>
          <Button icon="printer" onClick={() => print()}>
            {say('refer.print')}
          </Button>
          {isPrescriber && <ButtonLink to="/referrals">{say('nav.referrals')}</ButtonLink>}
        </div>
      </div>
      <div className="no-print">
        <Section title={say('refer.next')}>
          <Loaded query={centre} rows={2}>
            {({ settings: { texts } }) => (
              <ol className="prose">
                <li>
                  {say('refer.next-client')}
                  {texts?.whatNext && (
                    <p className="hint">{say('refer.next-say', { words: inLocale(texts.whatNext, say.locale) })}</p>
                  )}
                </li>
                <li>{say(isPrescriber ? 'refer.next-you' : 'refer.next-navigator')}</li>
                <li>{say('refer.next-change')}</li>
              </ol>
            )}
          </Loaded>
        </Section>
      </div>
      {centre.data && (
        <Slip centre={centre.data} name={name} first={client.data?.locale ?? draft.locale} date={today} />
      )}
    </Page>
  )
}

/** A number was typed for somebody who turned out to be on file with another one. */
function NumberNotOnFile({ sent: { referral, draft } }: { readonly sent: Sent }) {
  const say = useText()
  const can = useCan()
  const toast = useToast()
  const isOnline = useOnline()
  const client = useQuery(read(getClient, { params: { client: referral.client } }))
  const update = useCommand(updateClient, {
    onDone: () => toast({ text: say('refer.number-added') }),
    onProblem: ({ code, detail }) =>
      toast({ kind: 'failed', text: code === 'precondition-failed' ? say('common.changed') : detail }),
  })
  if (draft.phone.trim() === '' || client.data === undefined || hasPhone(client.data, draft.phone)) return null
  const { id, version, contactPoints } = client.data
  const add = () =>
    void update.run({
      params: { client: id },
      body: { contactPoints: [...contactPoints, { ...contactPointOf(draft), preferred: false }] },
      ifMatch: version,
    })
  return (
    <Banner
      kind="warning"
      title={say('refer.number-new', { phone: draft.phone })}
      actions={
        can('clients:update') && (
          <Button size="small" icon="plus" isBusy={update.isRunning} isDisabled={!isOnline} onClick={add}>
            {say('refer.number-add')}
          </Button>
        )
      }
    />
  )
}
