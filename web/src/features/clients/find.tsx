import './record.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Problem, readAll, searchClients } from '../../api/index.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import {
  Announce,
  Button,
  ButtonLink,
  Empty,
  Form,
  Incomplete,
  Loaded,
  Page,
  Table,
  TextField,
  useFirstField,
} from '../../ui/index.ts'
import { type Hit, searchOf, useHitColumns } from './hits.tsx'
import { MergeClients } from './merge-clients.tsx'

/** Somebody's record by a part of a name, a birth date or a chart number. Each search is logged, so it is asked for. */
export function FindClient() {
  const say = useText()
  const can = useCan()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [same, setSame] = useState<readonly Hit[]>([])
  const [isMerging, setMerging] = useState(false)
  const isTooShort = typed.trim().length < 2
  const [isTried, setTried] = useState(false)
  const found = useQuery({
    ...readAll(searchClients, { body: searchOf(asked) }),
    enabled: asked !== '',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
  const columns = useHitColumns(can('clients:merge') ? { same, setSame } : undefined)
  const problem = found.error as Problem | null
  useFirstField('#/text')

  function submit() {
    setTried(isTooShort)
    if (isTooShort) return
    setSame([])
    if (typed.trim() === asked) void found.refetch()
    setAsked(typed.trim())
  }

  return (
    <Page
      title={say('find.title')}
      isWide
      actions={
        can('referrals:request') && (
          <ButtonLink to="/refer" icon="plus">
            {say('find.refer-new')}
          </ButtonLink>
        )
      }
    >
      <Form
        onSubmit={submit}
        label={say('find.title')}
        isDisposable
        faults={isTried && isTooShort ? [{ pointer: '#/text', detail: say('find.two-letters') }] : []}
        {...(problem?.faults.length && { problem })}
      >
        <div className="row row-fields find-form">
          <TextField
            pointer="#/text"
            type="search"
            label={say('find.who')}
            hint={say('find.who-why')}
            width="full"
            value={typed}
            maxLength={80}
            onChange={setTyped}
          />
          <Button type="submit" kind="primary" icon="search" isBusy={found.isFetching}>
            {say('common.search')}
          </Button>
        </div>
      </Form>
      <Announce>{found.data ? say('find.count', { count: found.data.items.length }) : ''}</Announce>
      {asked === '' ? (
        <Empty title={say('find.start')} icon="search">
          {say('find.start-why')}
        </Empty>
      ) : (
        <Loaded query={found} rows={3}>
          {({ items, isMore, isIncomplete }) => (
            <div className="stack">
              <Incomplete isShown={isIncomplete} />
              {items.length === 0 ? (
                <Empty title={say('find.none')} icon="search">
                  {say('find.none-why')}
                </Empty>
              ) : (
                <>
                  <div className="row">
                    <p>{say('find.count', { count: items.length })}</p>
                    {can('clients:merge') && same.length === 2 && (
                      <Button icon="people" onClick={() => setMerging(true)}>
                        {say('find.merge')}
                      </Button>
                    )}
                    {can('clients:merge') && same.length < 2 && items.length > 1 && (
                      <p className="hint">{say('find.merge-how')}</p>
                    )}
                  </div>
                  <Table caption={say('find.caption')} columns={columns} rows={items} keyOf={({ id }) => id} />
                  {isMore && <p className="hint">{say('find.more')}</p>}
                </>
              )}
            </div>
          )}
        </Loaded>
      )}
      {isMerging && same[0] && same[1] && (
        <MergeClients
          ids={[same[0].id, same[1].id]}
          onClose={() => setMerging(false)}
          onDone={() => {
            setMerging(false)
            setSame([])
          }}
        />
      )}
    </Page>
  )
}
