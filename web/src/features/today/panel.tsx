import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { getClient, getReferral, listContacts, read } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan, useMe } from '../../app/session.tsx'
import { capital } from '../../i18n/capital.ts'
import { moment } from '../../i18n/formats.ts'
import { useText } from '../../i18n/index.ts'
import { Banner, Button, ButtonLink, IconButton, Incomplete, Loaded, Timeline } from '../../ui/index.ts'
import { ContactPoints } from '../contacts/contact-points.tsx'
import { LogContact } from '../contacts/log-contact.tsx'
import { Flags } from './columns.tsx'
import type { Task } from './rows.ts'
import { useQuickLog } from './use-quick-log.ts'

/** What to know before ringing, and what to do after, beside the list. Escape goes back to the row. */
export function TaskPanel({
  task,
  isLogging,
  onClose,
}: {
  readonly task: Task
  readonly isLogging: boolean
  readonly onClose: () => void
}) {
  const say = useText()
  const [isForm, setForm] = useState(isLogging)
  const panel = useRef<HTMLElement>(null)
  const row = useRef(document.activeElement)
  const client = useQuery(read(getClient, { params: { client: task.client } }))

  useEffect(() => {
    if (!isLogging) panel.current?.focus()
  }, [isLogging])

  function close() {
    onClose()
    if (row.current instanceof HTMLElement) row.current.focus()
  }

  return (
    <aside
      ref={panel}
      className="panel"
      tabIndex={-1}
      aria-label={task.clientName}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header className="panel-header">
        <h2>{task.clientName}</h2>
        <IconButton icon="close" label={say('common.close')} onClick={close} />
      </header>
      <Flags task={task} />
      <Loaded query={client} rows={3}>
        {(found) => (
          <>
            <Incomplete isShown={found.isIncomplete} />
            <ContactPoints client={found} />
          </>
        )}
      </Loaded>
      {task.referral && isForm ? (
        <LogContact referral={task.referral} onDone={close} onCancel={() => setForm(false)} />
      ) : (
        <NextSteps task={task} onLog={() => setForm(true)} onClose={close} />
      )}
      {task.referral && <Note referral={task.referral} />}
      {task.referral && <Contacts referral={task.referral} />}
    </aside>
  )
}

function NextSteps({
  task,
  onLog,
  onClose,
}: {
  readonly task: Task
  readonly onLog: () => void
  readonly onClose: () => void
}) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const quick = useQuickLog()
  const isNew = task.kind === 'new-referral'
  const logsContacts = can('contacts:log') && task.referral !== undefined && !isNew && !task.doNotContact
  const log = (result: 'no-answer' | 'left-message') => {
    quick.log(task, result)
    onClose()
  }
  return (
    <div className="stack-small">
      {task.doNotContact && <Banner kind="error" title={say('today.flag.do-not-contact')} />}
      {isNew && can('referrals:accept') && (
        <Button
          kind="primary"
          icon="check"
          shortcut="C"
          isDisabled={!isOnline}
          onClick={() => {
            quick.claim(task)
            onClose()
          }}
        >
          {say('today.claim')}
        </Button>
      )}
      {logsContacts && (
        <div className="row">
          <Button kind="primary" icon="phone" shortcut="L" isDisabled={!isOnline} onClick={onLog}>
            {say('today.log-reached')}
          </Button>
          <Button shortcut="N" isDisabled={!isOnline} onClick={() => log('no-answer')}>
            {say('today.log-no-answer')}
          </Button>
          <Button shortcut="V" isDisabled={!isOnline} onClick={() => log('left-message')}>
            {say('today.log-voicemail')}
          </Button>
        </div>
      )}
      <div className="row">
        <ButtonLink to={`/clients/${task.client}`} icon="person">
          {say('today.open-record')}
        </ButtonLink>
        {can('activities:match') && task.referral && !isNew && (
          <ButtonLink to={`/clients/${task.client}/prescribe/${task.referral}`} icon="leaf">
            {say('today.prescribe')}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

function Note({ referral: id }: { readonly referral: string }) {
  const say = useText()
  const referral = useQuery(read(getReferral, { params: { referral: id } }))
  const { note, reasons = [] } = referral.data ?? {}
  return (
    <section className="stack-small">
      <h3>{say('today.why')}</h3>
      <p>{reasons.map((reason) => capital(say(`code.referral-reason.${reason}`))).join(', ')}</p>
      {note && <p className="pre-line">{note}</p>}
    </section>
  )
}

function Contacts({ referral }: { readonly referral: string }) {
  const say = useText()
  const { centre } = useMe()
  const contacts = useQuery(read(listContacts, { params: { referral }, query: { limit: 100 } }))
  return (
    <section className="stack-small">
      <h3>{say('today.contacts')}</h3>
      <Loaded query={contacts} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="hint">{say('today.no-contacts')}</p>
          ) : (
            <Timeline
              label={say('today.contacts')}
              items={items
                .filter(({ status }) => status === 'recorded')
                .toReversed()
                .map(({ id, at, channel, result, note }) => ({
                  key: id,
                  title: `${capital(say(`word.${result}`))}, ${say(`word.${channel}`)}`,
                  at: moment(at, say.locale, centre.zone),
                  body: note,
                }))}
            />
          )
        }
      </Loaded>
    </section>
  )
}
