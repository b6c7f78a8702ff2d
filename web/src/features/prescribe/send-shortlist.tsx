import { useState } from 'react'
import { type Answer, type Fault, giveConsent, sendShortlist, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Banner, Button, ChipsField, Form, useToast } from '../../ui/index.ts'
import type { Activity } from '../activities/activity.ts'
import { ConsentField, type How } from './consent.tsx'
import { type Channel, waysTo } from './ways-to.ts'

interface SendShortlistProps {
  readonly client: Answer<'getClient'>
  readonly consents: Answer<'listConsents'>['items']
  readonly activities: readonly Activity[]
  readonly onSent: () => void
}

/** Sends the list to the client as a link, by a way that is safe and that they agreed to: now, where nobody asked before. */
export function SendShortlist({ client, consents, activities, onSent }: SendShortlistProps) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const ways = waysTo(client)
  const [channel, setChannel] = useState<Channel | undefined>(ways[0]?.channel)
  const [how, setHow] = useState<How | ''>('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const give = useCommand(giveConsent)
  const send = useCommand(sendShortlist, {
    onDone: () => {
      toast({ text: say('prescribe.shortlist.sent') })
      onSent()
    },
  })
  const isAgreed = consents.some(
    ({ status, scope }) => status === 'given' && scope.kind === 'messages' && scope.channel === channel,
  )

  async function submit() {
    if (channel === undefined) return
    if (!isAgreed && how === '') {
      return setFaults([{ pointer: '#/consent', detail: say('prescribe.shortlist.consent-needed') }])
    }
    setFaults([])
    const params = { client: client.id }
    const consent = { scope: { kind: 'messages', channel }, how: how || 'spoken' } as const
    if (!isAgreed && !(await give.run({ params, body: consent }))) return
    await send.run({ params, body: { activities: activities.map(({ id }) => id), channel } })
  }

  if (client.doNotContact) return <Banner kind="warning" title={say('prescribe.shortlist.do-not-contact')} />
  if (channel === undefined) return <p className="hint">{say('prescribe.shortlist.no-way')}</p>
  return (
    <Form
      onSubmit={() => void submit()}
      faults={faults}
      problem={give.problem ?? send.problem}
      label={say('prescribe.shortlist.send')}
    >
      <ChipsField
        pointer="#/channel"
        label={say('prescribe.shortlist.by')}
        hint={say('prescribe.shortlist.link')}
        isSingle
        value={[channel]}
        onChange={([picked = channel]) => setChannel(picked)}
        choices={ways.map((way) => ({
          value: way.channel,
          label: say(`prescribe.shortlist.to.${way.channel}`, { to: way.to }),
        }))}
      />
      {!isAgreed && (
        <ConsentField
          label={say(`prescribe.shortlist.consent.${channel}`)}
          asks="consentToMessages"
          locale={client.locale}
          value={how}
          onChange={setHow}
        />
      )}
      <Actions>
        <Button type="submit" icon="mail" isBusy={give.isRunning || send.isRunning} isDisabled={!isOnline}>
          {say('prescribe.shortlist.send')}
        </Button>
      </Actions>
    </Form>
  )
}
