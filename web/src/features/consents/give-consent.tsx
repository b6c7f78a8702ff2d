import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { giveConsent, type Input, listPartners, readAll } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Actions, Button, Dialog, Form, RadioField, SelectField } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'

type Body = Input<'giveConsent'>['body']
type Kind = Body['scope']['kind']

const kinds = ['share', 'messages', 'evaluation'] as const
const channels = ['phone', 'sms', 'email', 'letter'] as const
const ways = ['spoken', 'written', 'electronic', 'substitute-decision-maker'] as const

/** Records what the client agreed to, and how. */
export function GiveConsent({ client, onClose }: { readonly client: string; readonly onClose: () => void }) {
  const say = useText()
  const isOnline = useOnline()
  const [kind, setKind] = useState<Kind>('messages')
  const [partner, setPartner] = useState('')
  const [channel, setChannel] = useState<(typeof channels)[number]>('phone')
  const [how, setHow] = useState<Body['how']>('spoken')
  const [isMissing, setMissing] = useState(false)
  const partners = useQuery({ ...readAll(listPartners, {}), enabled: kind === 'share' })
  const give = useAct(giveConsent, say('privacy.given'), onClose, () => {})

  function submit() {
    const lacksPartner = kind === 'share' && partner === ''
    setMissing(lacksPartner)
    if (lacksPartner) return
    const scope =
      kind === 'share' ? { kind, partner } : kind === 'messages' ? { kind, channel } : { kind: 'evaluation' as const }
    void give.run({ params: { client }, body: { scope, how } })
  }

  return (
    <Dialog title={say('privacy.give')} isOpen onClose={onClose} isFirm>
      <Form
        onSubmit={submit}
        problem={give.problem}
        label={say('privacy.give')}
        faults={
          isMissing
            ? [{ pointer: '#/scope/partner', detail: say('common.required', { field: say('field.partner') }) }]
            : []
        }
      >
        <RadioField
          pointer="#/scope/kind"
          label={say('privacy.consent-to')}
          value={kind}
          onChange={setKind}
          choices={kinds.map((value) => ({
            value,
            label: say(`privacy.kind.${value}`),
            hint: say(`privacy.kind-why.${value}`),
          }))}
        />
        {kind === 'share' && (
          <SelectField
            pointer="#/scope/partner"
            label={say('field.partner')}
            value={partner}
            onChange={setPartner}
            width="full"
            choices={[
              { value: '', label: say('client.choose') },
              ...(partners.data?.items ?? [])
                .filter(({ status }) => status === 'active')
                .map(({ id, name }) => ({ value: id, label: inLocale(name, say.locale) })),
            ]}
          />
        )}
        {kind === 'messages' && (
          <SelectField
            pointer="#/scope/channel"
            label={say('field.channel')}
            value={channel}
            onChange={setChannel}
            choices={channels.map((value) => ({ value, label: capital(say(`word.${value}`)) }))}
          />
        )}
        <RadioField
          pointer="#/how"
          label={say('privacy.how')}
          value={how}
          onChange={setHow}
          choices={ways.map((value) => ({ value, label: capital(say(`word.${value}`)) }))}
        />
        <Actions>
          <Button type="submit" kind="primary" isBusy={give.isRunning} isDisabled={!isOnline}>
            {say('common.save')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
