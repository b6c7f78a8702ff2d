import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, dayOf, languageName, list, moment } from '../../../../shared/i18n/formats.ts'
import { listCorrections, listStatements, read, readAll } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan, useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, Facts, Loaded, Section, Timeline } from '../../ui/index.ts'
import { AttachStatement } from './attach-statement.tsx'
import { useCodeWords } from './code-words.ts'
import { equityFields } from './edit-equity.tsx'
import { History } from './history.tsx'
import type { Client } from './person.ts'
import { useStaffNames } from './use-names.ts'

/** What else is on file, what was corrected, what the client holds against it, and all that happened. */
export function Details({ client }: { readonly client: Client }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const { zone } = useMe().centre
  const wordsOf = useCodeWords()
  const [isAttaching, setAttaching] = useState(false)
  const { names, equity } = client
  return (
    <Section
      id="details"
      title={say('client.section.details')}
      actions={
        can('statements:attach') && (
          <Button isDisabled={!isOnline} onClick={() => setAttaching(true)}>
            {say('client.attach')}
          </Button>
        )
      }
    >
      <div className="stack">
        <Facts
          of={[
            [say('field.given'), names.given],
            [say('field.family'), names.family],
            [say('client.name.preferred'), names.preferred],
            [say('field.other'), names.other?.join(', ')],
            [say('field.birthDate'), client.birthDate && day(client.birthDate, say.locale)],
            [say('field.chartNumber'), client.chartNumber],
            [say('field.locale'), capital(languageName(client.locale, say.locale))],
            [
              say('field.languages'),
              capital(
                list(
                  client.languages.map((code) => languageName(code, say.locale)),
                  say.locale,
                ),
              ),
            ],
            [say('field.createdAt'), day(dayOf(client.createdAt, zone), say.locale)],
            ...equityFields.map((field) => [say(`field.${field}`), equity[field] && wordsOf(equity[field])] as const),
          ]}
        />
        <Statements client={client.id} />
        <Corrections client={client.id} />
        <History client={client.id} />
      </div>
      {isAttaching && <AttachStatement client={client.id} onClose={() => setAttaching(false)} />}
    </Section>
  )
}

function Statements({ client }: { readonly client: string }) {
  const say = useText()
  const { zone } = useMe().centre
  const nameOf = useStaffNames()
  const statements = useQuery(read(listStatements, { params: { client } }))
  return (
    <Loaded query={statements} rows={1}>
      {({ items }) =>
        items.length > 0 && (
          <section className="stack-small">
            <h3>{say('section.statement')}</h3>
            <Timeline
              label={say('section.statement')}
              items={items.map(({ id, kind, words, attachedAt, attachedBy }) => ({
                key: id,
                title: say(`section.${kind}`),
                at: `${moment(attachedAt, say.locale, zone)} · ${nameOf(attachedBy)}`,
                body: say('goals.quote', { words }),
              }))}
            />
          </section>
        )
      }
    </Loaded>
  )
}

function Corrections({ client }: { readonly client: string }) {
  const say = useText()
  const { zone } = useMe().centre
  const nameOf = useStaffNames()
  const corrections = useQuery(readAll(listCorrections, { params: { client } }))
  const items = corrections.data?.items ?? []
  if (items.length === 0) return null
  return (
    <details>
      <summary>{say('client.corrections', { count: items.length })}</summary>
      <div className="details-body">
        <Timeline
          label={say('section.correction')}
          items={items.map(({ id, kind, fields, reason, at, by }) => ({
            key: id,
            title: `${say(`section.${kind}`)} – ${fields.map((field) => say(`field.${field}`)).join(', ')}`,
            at: `${moment(at, say.locale, zone)} · ${nameOf(by)}`,
            body: reason,
          }))}
        />
      </div>
    </details>
  )
}
