import './setup.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, dayOf, list } from '../../../../shared/i18n/formats.ts'
import { listKeys, listPartners, readAll } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { inLocale, useText } from '../../i18n/index.ts'
import { Button, Empty, Loaded, Page, SelectField, Status, Table } from '../../ui/index.ts'
import { IssuedKey } from './issued-key.tsx'
import { type Key, KeyActions } from './key-actions.tsx'
import { NewKey } from './new-key.tsx'
import { scopeWords } from './scope-words.ts'

/** How partners’ own software gets in: keys by partner, shown once, replaced and ended. */
export function PartnerKeys() {
  const say = useText()
  const [partner, setPartner] = useState('')
  const [isCreating, setCreating] = useState(false)
  const [issued, setIssued] = useState<string>()
  const partners = useQuery(readAll(listPartners, {}))
  return (
    <Page
      title={say('nav.keys')}
      lead={say('keys-of-partners.lead')}
      actions={
        partner && (
          <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
            {say('keys-of-partners.new')}
          </Button>
        )
      }
    >
      <Loaded query={partners} rows={3}>
        {({ items }) => (
          <div className="stack">
            <SelectField
              pointer="#/partner"
              label={say('field.partner')}
              value={partner}
              onChange={setPartner}
              choices={[
                { value: '', label: say('keys-of-partners.choose') },
                ...items
                  .map(({ id, name }) => ({ value: id, label: inLocale(name, say.locale) }))
                  .toSorted((a, b) => a.label.localeCompare(b.label, `${say.locale}-CA`)),
              ]}
            />
            {partner ? (
              <KeysOf partner={partner} onIssued={setIssued} />
            ) : (
              <Empty title={say('keys-of-partners.choose')} icon="lock" />
            )}
          </div>
        )}
      </Loaded>
      {isCreating && <NewKey partner={partner} onIssued={setIssued} onClose={() => setCreating(false)} />}
      {issued && <IssuedKey value={issued} onClose={() => setIssued(undefined)} />}
    </Page>
  )
}

function KeysOf({ partner, onIssued }: { readonly partner: string; readonly onIssued: (key: string) => void }) {
  const say = useText()
  const { centre } = useMe()
  const keys = useQuery(readAll(listKeys, { params: { partner } }))
  const on = (instant: string) => day(dayOf(instant, centre.zone), say.locale)
  return (
    <Loaded query={keys} rows={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={say('keys-of-partners.none')} icon="lock">
            {say('keys-of-partners.none-why')}
          </Empty>
        ) : (
          <Table<Key>
            caption={say('nav.keys')}
            rows={items.toReversed()}
            keyOf={({ id }) => id}
            columns={[
              { key: 'name', label: say('people.name'), cell: ({ name }) => name },
              {
                key: 'scopes',
                label: say('keys-of-partners.scopes'),
                cell: ({ scopes }) =>
                  capital(
                    list(
                      scopes.map((scope) => inSentence(scopeWords(scope, say))),
                      say.locale,
                    ),
                  ),
              },
              {
                key: 'status',
                label: say('field.status'),
                cell: (key) => {
                  const standing = standingOf(key)
                  const looks = standing === 'live' ? 'active' : standing === 'rotated' ? 'on-hold' : 'closed'
                  return <Status of={looks} words={say(`keys-of-partners.standing.${standing}`)} />
                },
              },
              { key: 'created', label: say('keys-of-partners.created'), cell: ({ createdAt }) => on(createdAt) },
              {
                key: 'expires',
                label: say('keys-of-partners.until'),
                cell: ({ revokedAt, expiresAt }) => on(revokedAt ?? expiresAt),
              },
              {
                key: 'actions',
                label: say('keys-of-partners.actions'),
                isAction: true,
                cell: (key) => <KeyActions of={key} standing={standingOf(key)} onIssued={onIssued} />,
              },
            ]}
          />
        )
      }
    </Loaded>
  )
}

function standingOf({ revokedAt, expiresAt, rotatedTo }: Key): 'live' | 'rotated' | 'revoked' | 'expired' {
  if (revokedAt) return 'revoked'
  if (expiresAt <= new Date().toISOString()) return 'expired'
  return rotatedTo ? 'rotated' : 'live'
}

function inSentence(words: string): string {
  return words.charAt(0).toLocaleLowerCase() + words.slice(1)
}
