import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { isUnderWay, type ReferralStatus, takesPrescriptions } from '../../../../shared/referrals/status.ts'
import { getClient, getReferral, read } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Banner, Button, ButtonLink, Incomplete, Loaded, Panel, Status } from '../../ui/index.ts'
import { ContactList } from '../contacts/contact-list.tsx'
import { ContactPoints } from '../contacts/contact-points.tsx'
import { LogContact } from '../contacts/log-contact.tsx'
import { HandOff } from '../tasks/hand-off.tsx'
import { Why } from '../tasks/why.tsx'
import { Flags } from './columns.tsx'
import type { Task } from './rows.ts'
import { useQuickLog } from './use-quick-log.ts'

/** What to know before ringing, and what to do after, beside the list. */
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
  const client = useQuery(read(getClient, { params: { client: task.client } }))
  const status = useQuery({
    ...read(getReferral, { params: { referral: task.referral ?? '' } }),
    enabled: task.referral !== undefined,
  }).data?.status
  return (
    <Panel title={task.clientName} onClose={onClose}>
      <div className="row">
        {status && <Status of={status} words={capital(say(`status.${status}`))} />}
        <Flags task={task} />
      </div>
      {task.doNotContact && <Banner kind="error" title={say('tasks.do-not-contact')} />}
      <Loaded query={client} rows={2}>
        {(found) => (
          <>
            <Incomplete isShown={found.isIncomplete} />
            <ContactPoints client={found} />
          </>
        )}
      </Loaded>
      {task.referral && isForm ? (
        <LogContact referral={task.referral} onDone={onClose} onCancel={() => setForm(false)} />
      ) : (
        <NextSteps task={task} status={status} onLog={() => setForm(true)} onClose={onClose} />
      )}
      {task.referral && <Why referral={task.referral} />}
      {task.referral && (
        <section className="stack-small">
          <h3>{say('contacts.title')}</h3>
          <ContactList referral={task.referral} />
        </section>
      )}
    </Panel>
  )
}

/** What can be done about a task, the likeliest first. */
function NextSteps({
  task,
  status,
  onLog,
  onClose,
}: {
  readonly task: Task
  /** The referral's, once it is known. */
  readonly status: ReferralStatus | undefined
  readonly onLog: () => void
  readonly onClose: () => void
}) {
  const say = useText()
  const can = useCan()
  const { kind, client, referral, subject } = task
  const isNew = kind === 'new-referral'
  // A follow-up comes when the referral may long be over: then nothing more is put on record there but the measures.
  const mayRing = !isNew && (status === undefined || isUnderWay(status))
  const mayPrescribe = !isNew && (status === undefined || takesPrescriptions(status))
  if (kind === 'hand-off') return <HandOff id={subject} onDone={onClose} />
  return (
    <div className="stack-small">
      {isNew && can('referrals:accept') && <Claim task={task} onDone={onClose} />}
      {kind === 'follow-up' && can('outcomes:record') && referral && (
        <ButtonLink to={`/clients/${client}/measures/${referral}`} kind="primary" icon="list">
          {say('tasks.measure')}
        </ButtonLink>
      )}
      {referral && mayRing && can('contacts:log') && <Ring task={task} onLog={onLog} onDone={onClose} />}
      <div className="row">
        <ButtonLink to={`/clients/${client}`} icon="person">
          {say('today.open-record')}
        </ButtonLink>
        {can('activities:match') && referral && mayPrescribe && (
          <ButtonLink to={`/clients/${client}/prescribe/${referral}`} icon="leaf" shortcut="P">
            {say('today.prescribe')}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

function Claim({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const say = useText()
  const isOnline = useOnline()
  const quick = useQuickLog()
  const claim = () => {
    quick.claim(task)
    onDone()
  }
  return (
    <Button kind="primary" icon="check" shortcut="C" isDisabled={!isOnline} onClick={claim}>
      {say('today.claim')}
    </Button>
  )
}

/** What came of a call, in one click each; more than that in a form. */
function Ring({
  task,
  onLog,
  onDone,
}: {
  readonly task: Task
  readonly onLog: () => void
  readonly onDone: () => void
}) {
  const say = useText()
  const isOnline = useOnline()
  const quick = useQuickLog()
  const isOff = !isOnline || task.doNotContact
  const log = (result: 'no-answer' | 'left-message') => {
    quick.log(task, result)
    onDone()
  }
  return (
    <div className="row">
      <Button
        kind={task.kind === 'follow-up' ? 'secondary' : 'primary'}
        icon="phone"
        shortcut="L"
        isDisabled={!isOnline}
        onClick={onLog}
      >
        {say('today.log-reached')}
      </Button>
      <Button shortcut="N" isDisabled={isOff} onClick={() => log('no-answer')}>
        {say('today.log-no-answer')}
      </Button>
      <Button shortcut="V" isDisabled={isOff} onClick={() => log('left-message')}>
        {say('today.log-voicemail')}
      </Button>
    </div>
  )
}
