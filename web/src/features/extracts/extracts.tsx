import './extracts.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { moment } from '../../../../shared/i18n/formats.ts'
import { readInsights, readSnapshot } from '../../api/index.ts'
import { useMe, useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, Empty, Facts, Loaded, Page, Section } from '../../ui/index.ts'
import { Choices, type Wanted } from './choices.tsx'
import { download } from './csv.ts'
import { figuresOf } from './figures.ts'
import { dictionaryFile, extractFile, type Snapshot } from './files.ts'
import { monthsOf } from './periods.ts'
import { Preview } from './preview.tsx'
import { suppressed } from './suppress.ts'

/** Figures to take away: chosen, looked at, and put in a file that says where it is from. */
export function Extracts() {
  const say = useText()
  const me = useMe()
  const today = useToday()
  const [wanted, setWanted] = useState<Wanted>({
    ...monthsOf('12-months', today),
    definition: 'everything',
    audience: 'outside',
  })
  const { from, to, definition, audience } = wanted
  const isForOutside = audience === 'outside'
  const insights = useQuery({
    ...readSnapshot(readInsights, { query: { from, to } }),
    // The data dictionary comes in the language of the page.
    queryKey: [readInsights.path, from, to, say.locale],
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={say('nav.extracts')} lead={say('extracts.lead')}>
      <Choices wanted={wanted} today={today} onChange={(changed) => setWanted({ ...wanted, ...changed })} />
      <Loaded query={insights} rows={8}>
        {({ answer, id, at }) => {
          const all = isForOutside ? suppressed(figuresOf(answer)) : figuresOf(answer)
          const figures = all.filter((figure) => definition === 'everything' || figure.definition === definition)
          const { period, definitions } = answer
          const snapshot: Snapshot = { id, at, by: me.name, centre: me.centre.name, period, isForOutside }
          const name = `rx-${me.centre.id}-${period.from}-${period.to}`
          return (
            <Section
              title={say('extracts.preview')}
              actions={
                <>
                  <Button
                    kind="primary"
                    icon="down"
                    onClick={() => download(`${name}.csv`, extractFile(figures, definitions, snapshot, say))}
                  >
                    {say('extracts.csv')}
                  </Button>
                  <Button
                    icon="down"
                    onClick={() => download(`${name}-dictionary.csv`, dictionaryFile(definitions, snapshot, say))}
                  >
                    {say('extracts.dictionary')}
                  </Button>
                </>
              }
            >
              <div className="stack">
                <div className="card-header">
                  <Facts
                    of={[
                      [say('extracts.snapshot'), id],
                      [say('extracts.taken'), moment(at, say.locale, me.centre.zone)],
                      [say('extracts.by'), me.name],
                    ]}
                  />
                  <Button size="small" isBusy={insights.isFetching} onClick={() => void insights.refetch()}>
                    {say('extracts.again')}
                  </Button>
                </div>
                {answer.funnel[0]?.n ? (
                  <Preview figures={figures} dictionary={definitions} />
                ) : (
                  <Empty title={say('extracts.empty')}>{say('extracts.empty-why')}</Empty>
                )}
              </div>
            </Section>
          )
        }}
      </Loaded>
    </Page>
  )
}
