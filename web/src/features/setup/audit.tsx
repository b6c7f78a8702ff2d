import './setup.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toCsv } from '../../../../shared/core/csv.ts'
import { listAudit, readAll } from '../../api/index.ts'
import { download } from '../../app/download.ts'
import { useMe, useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Announce, Button, Empty, Loaded, Page, Section, Table, Tabs } from '../../ui/index.ts'
import { linesOf, useAuditColumns, useAuditRows } from './audit-columns.tsx'
import { type Asked, AuditFilter, queryOf, views } from './audit-filter.tsx'

/** As many rows as are drawn at once. */
const step = 50

/** Who saw or changed what: of a day, of a colleague, of a record. */
export function AuditLog() {
  const say = useText()
  const me = useMe()
  const today = useToday()
  const [asked, setAsked] = useState<Asked>({ by: 'day', day: today, actor: '', client: '' })
  const [shown, setShown] = useState(step)
  const query = queryOf(asked)
  const entries = useQuery({ ...readAll(listAudit, { query: query ?? {} }), enabled: query !== undefined })
  const toRow = useAuditRows()
  const columns = useAuditColumns(asked.by === 'day', (client) => ask({ by: 'client', client }))

  function ask(changed: Partial<Asked>) {
    setShown(step)
    setAsked({ ...asked, ...changed })
  }

  // A day comes oldest first, all else newest first.
  const found = (entries.data?.items ?? []).toSorted((a, b) => b.at.localeCompare(a.at)).map(toRow)
  const lines = linesOf(found)
  const rows = lines.slice(0, shown)
  const save = () =>
    download(
      `rx-${me.centre.id}-audit.csv`,
      toCsv([
        ['at', 'who', 'roles', 'what', 'record', 'operation', 'refusal', 'reference'],
        ...found.map(({ at, who, roles, what, client, purpose, refusal, requestId }) => [
          at,
          who,
          roles,
          what,
          client,
          purpose,
          refusal,
          requestId,
        ]),
      ]),
    )

  return (
    <Page title={say('nav.audit')} lead={say('audit.lead')} isWide>
      <Tabs
        label={say('today.views')}
        chosen={asked.by}
        onChoose={(by) => ask({ by: by as Asked['by'] })}
        tabs={views.map((key) => ({ key, label: say(`audit.by.${key}`) }))}
      />
      <AuditFilter asked={asked} today={today} onChange={ask} />
      <Announce>{entries.data ? say('common.count', { count: rows.length }) : ''}</Announce>
      {query === undefined ? (
        <Empty title={say(`audit.choose.${asked.by}`)} icon="search" />
      ) : (
        <Loaded query={entries} rows={10}>
          {({ isMore }) =>
            rows.length === 0 ? (
              <Empty title={say('audit.none')}>{say('audit.none-why')}</Empty>
            ) : (
              <Section
                // What happened several times over is one line.
                title={`${say('audit.count', { count: found.length })} ${say('audit.lines', { count: lines.length })}`}
                actions={
                  <Button icon="download" onClick={save}>
                    {say('audit.csv')}
                  </Button>
                }
              >
                <div className="stack">
                  {isMore && <p className="hint">{say('audit.more-than-shown')}</p>}
                  <Table caption={say('nav.audit')} columns={columns} rows={rows} keyOf={({ id }) => id} />
                  {lines.length > shown && (
                    <div>
                      <Button onClick={() => setShown(shown + step)}>{say('common.more')}</Button>
                    </div>
                  )}
                </div>
              </Section>
            )
          }
        </Loaded>
      )}
    </Page>
  )
}
