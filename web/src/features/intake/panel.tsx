import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, languageName, list } from '../../../../shared/i18n/formats.ts'
import { getClient, getReferral, read, searchClients } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Banner, Button, ButtonLink, Facts, Incomplete, Loaded, Panel } from '../../ui/index.ts'
import type { Client } from '../clients/person.ts'
import { useStaffNames } from '../clients/use-names.ts'
import { ContactPoints } from '../contacts/contact-points.tsx'
import { sourceWords } from '../referrals/referrals.tsx'
import { Why } from '../tasks/why.tsx'
import { Flags } from '../today/columns.tsx'
import type { Task } from '../today/rows.ts'
import { useQuickLog } from '../today/use-quick-log.ts'
import { Assign } from './assign.tsx'
import { Decline } from './decline.tsx'

/** One new referral: what is asked, whether the person is on file twice, and who takes it on. */
export function IntakePanel({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const quick = useQuickLog()
  const [isDeclining, setDeclining] = useState(false)
  const client = useQuery(read(getClient, { params: { client: task.client } }))
  return (
    <Panel title={task.clientName} onClose={onClose}>
      <Flags task={task} />
      <div className="row">
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
        <ButtonLink to={`/clients/${task.client}`} icon="person">
          {say('today.open-record')}
        </ButtonLink>
      </div>
      <Why referral={task.subject} />
      <Loaded query={client} rows={2}>
        {(found) => (
          <>
            <Incomplete isShown={found.isIncomplete} />
            <About task={task} client={found} />
            <ContactPoints client={found} />
          </>
        )}
      </Loaded>
      <Namesakes task={task} />
      {can('referrals:assign') && <Assign task={task} onDone={onClose} />}
      {can('referrals:reject') && (
        <Button kind="danger" isDisabled={!isOnline} onClick={() => setDeclining(true)}>
          {say('intake.decline')}
        </Button>
      )}
      <Decline task={task} isOpen={isDeclining} onClose={() => setDeclining(false)} onDone={onClose} />
    </Panel>
  )
}

/** Who sent them and since when they wait; and of whom, what decides who takes them on. */
function About({ task, client: { languages } }: { readonly task: Task; readonly client: Client }) {
  const say = useText()
  const nameOf = useStaffNames()
  const referral = useQuery(read(getReferral, { params: { referral: task.subject } }))
  const { source, prescriber } = referral.data ?? {}
  const interpreted = languages.filter((code) => code !== 'en' && code !== 'fr')
  const words = (codes: readonly string[]) =>
    capital(
      list(
        codes.map((code) => languageName(code, say.locale)),
        say.locale,
      ),
    )
  return (
    <Facts
      of={[
        [say('field.source'), source && sourceWords(say(`word.${source}`), nameOf(prescriber))],
        [say('today.column.received'), task.receivedOn && day(task.receivedOn, say.locale)],
        [say('intake.age'), task.age !== undefined && say('today.age', { count: task.age })],
        [say('field.locale'), words([task.locale])],
        [say('today.flag.interpreter'), task.needsInterpreter && (words(interpreted) || say('common.yes'))],
      ]}
    />
  )
}

/** Others of the same name: perhaps the same person, referred before. */
function Namesakes({ task }: { readonly task: Task }) {
  const say = useText()
  const found = useQuery(read(searchClients, { query: { limit: 10 }, body: { text: task.clientName } }))
  const others = (found.data?.items ?? []).filter(({ id }) => id !== task.client)
  if (others.length === 0) return null
  return (
    <Banner kind="warning" title={say('intake.namesakes', { count: others.length })}>
      <ul className="plain-list">
        {others.map(({ id, name, birthDate }) => (
          <li key={id}>
            <ButtonLink to={`/clients/${id}`} kind="quiet">
              {[name, birthDate].filter(Boolean).join(', ')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
