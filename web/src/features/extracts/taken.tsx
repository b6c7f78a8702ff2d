import { useInfiniteQuery } from '@tanstack/react-query'
import { moment } from '../../../../shared/i18n/formats.ts'
import { type Answer, listExtracts, readPages } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, type Column, Empty, Loaded, Section, Table } from '../../ui/index.ts'
import { monthWords } from './months.ts'
import { useFile } from './use-file.ts'

type Taken = Answer<'listExtracts'>['items'][number]

const atOnce = 10

/** What was taken out, when, by whom and for whom: each to be had again, as it was. */
export function TakenBefore() {
  const say = useText()
  const { centre } = useMe()
  const isOnline = useOnline()
  const pages = useInfiniteQuery(readPages(listExtracts, {}, atOnce))
  const { save, isBusyWith } = useFile()
  const columns: Column<Taken>[] = [
    { key: 'at', label: say('extract.taken'), cell: ({ takenAt }) => moment(takenAt, say.locale, centre.zone) },
    { key: 'by', label: say('extract.by'), cell: ({ takenBy }) => takenBy.name },
    {
      key: 'what',
      label: say('extracts.figures'),
      cell: ({ definition, figures, period }) => (
        <>
          {definition?.name ?? say(`extract.group.${figures}`)}
          <span className="hint extract-under">
            {monthWords(period.from, say.locale)} – {monthWords(period.to, say.locale)}
          </span>
        </>
      ),
    },
    { key: 'for', label: say('extract.for'), cell: ({ audience }) => say(`extract.${audience}`) },
    {
      key: 'id',
      label: say('extract.snapshot'),
      cell: ({ id, dictionary }) => (
        <>
          <span className="extract-id">{id}</span>
          <span className="hint extract-under">{say('extracts.version', { version: dictionary })}</span>
        </>
      ),
    },
    {
      key: 'files',
      label: say('extracts.files'),
      cell: ({ id, takenAt }) => (
        <span className="row">
          {(['csv', 'dictionary'] as const).map((file) => (
            <Button
              key={file}
              size="small"
              icon="download"
              isDisabled={!isOnline}
              isBusy={isBusyWith === `${file} ${id}`}
              aria-label={`${say(`extracts.file.${file}`)}, ${moment(takenAt, say.locale, centre.zone)}`}
              onClick={() => void save(file, id)}
            >
              {say(`extracts.file.${file}`)}
            </Button>
          ))}
        </span>
      ),
    },
  ]
  return (
    <Section title={say('extracts.before')}>
      <Loaded query={pages} rows={3}>
        {({ pages: [first, ...more] }) =>
          first === undefined || first.items.length === 0 ? (
            <Empty title={say('extracts.before-none')} icon="download">
              {say('extracts.before-why')}
            </Empty>
          ) : (
            <div className="stack">
              <Table
                caption={say('extracts.before')}
                columns={columns}
                rows={[first, ...more].flatMap(({ items }) => items)}
                keyOf={({ id }) => id}
              />
              {pages.hasNextPage && (
                <div>
                  <Button isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                    {say('common.more')}
                  </Button>
                </div>
              )}
            </div>
          )
        }
      </Loaded>
    </Section>
  )
}
