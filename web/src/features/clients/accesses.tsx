import './record.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, day, list, time } from '../../../../shared/i18n/formats.ts'
import { getAccessReport, type Problem, read } from '../../api/index.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Banner, ButtonLink, Empty, Flag, type IconName, Loaded, Page, Tabs } from '../../ui/index.ts'

/** How far back to look; the whole time is what a client is handed. */
const spans = { month: 30, year: 365, all: undefined } as const
type Span = keyof typeof spans

const icons: Record<string, IconName> = { read: 'search', write: 'check', refused: 'stop', export: 'printer' }

/** Everybody who looked at or changed a record, in the words that the client is told it in. */
export function Accesses() {
  const say = useText()
  const today = useToday()
  const { client = '' } = useParams({ strict: false }) as { client?: string }
  const [span, setSpan] = useState<Span>('month')
  const days = spans[span]
  const report = useQuery({
    ...read(getAccessReport, {
      params: { client },
      query: { locale: say.locale, ...(days && { from: addDays(today, -days) }) },
    }),
    // Preparing it is an access of its own: not again for every glance at the window.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const problem = report.error as Problem | null
  return (
    <Page
      title={say('accesses.title')}
      lead={say('accesses.lead')}
      actions={
        <ButtonLink to={`/clients/${client}`} icon="person">
          {say('measures.back-to-record')}
        </ButtonLink>
      }
    >
      <Tabs
        label={say('accesses.span')}
        chosen={span}
        onChoose={(key) => setSpan(key as Span)}
        tabs={Object.keys(spans).map((key) => ({ key, label: say(`accesses.spans.${key}`) }))}
      />
      {problem?.status === 409 ? (
        <Banner kind="warning" title={problem.message}>
          {problem.detail}
        </Banner>
      ) : (
        <Loaded query={report} rows={5}>
          {({ name, days }) => (
            <div className="stack">
              <h2>{name}</h2>
              <p className="row">
                {(['en', 'fr'] as const).map((locale) => (
                  <a
                    key={locale}
                    className="button-link button-link-secondary"
                    href={`/v1/clients/${client}/access-report?locale=${locale}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {say(`accesses.printable.${locale}`)}
                  </a>
                ))}
              </p>
              {days.length === 0 && <Empty title={say('accesses.nobody')} icon="shield" />}
              {days.toReversed().map(({ date, lines }) => (
                <section key={date} className="stack-small">
                  <h3>{day(date, say.locale)}</h3>
                  <ul className="plain-list">
                    {lines.map(({ sentence, times, access }) => (
                      <li key={`${sentence} ${times[0]}`} className="access">
                        <Flag icon={icons[access] ?? 'dot'} tone={access === 'refused' ? 'danger' : 'neutral'}>
                          {say(`accesses.access.${access}`)}
                        </Flag>
                        <span>{sentence}</span>
                        <span className="hint">
                          {list(
                            times.map((at) => time(new Date(`1970-01-01T${at}Z`), say.locale, 'UTC')),
                            say.locale,
                          )}
                        </span>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )}
        </Loaded>
      )}
    </Page>
  )
}
