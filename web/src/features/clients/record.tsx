import './record.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { getClient, type Problem, read } from '../../api/index.ts'
import { useAtOnce } from '../../app/at-once.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Banner, Button, ButtonLink, Loaded, Page } from '../../ui/index.ts'
import { BreakGlass } from '../consents/break-glass.tsx'
import { EditDetails } from './edit-details.tsx'
import { Record } from './record-sections.tsx'

/** Everything about one person, on one page that is read from top to bottom. */
export function ClientRecord() {
  const say = useText()
  const can = useCan()
  const { client: id = '' } = useParams({ strict: false }) as { client?: string }
  const client = useQuery(read(getClient, { params: { client: id } }))
  const [isEditing, setEditing] = useState(useAtOnce('edit') && can('clients:update'))
  const edit = useRef<HTMLButtonElement>(null)
  const isHidden = (client.error as Problem | null)?.status === 404
  const isActive = client.data?.status === 'active'
  function close() {
    flushSync(() => setEditing(false))
    edit.current?.focus()
  }

  return (
    <Page
      title={say('client.title')}
      isWide
      actions={
        isActive &&
        !isEditing && (
          <>
            {can('audit:report') && (
              <ButtonLink to={`/clients/${id}/accesses`} icon="shield" kind="quiet">
                {say('client.accesses')}
              </ButtonLink>
            )}
            {can('clients:update') && (
              <Button ref={edit} icon="person" shortcut="E" onClick={() => setEditing(true)}>
                {say('client.edit')}
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={client} rows={8}>
        {(found) =>
          found.mergedInto ? (
            <Banner
              title={say('client.merged')}
              actions={
                <ButtonLink to={`/clients/${found.mergedInto}`} kind="primary">
                  {say('client.merged-open')}
                </ButtonLink>
              }
            />
          ) : isEditing ? (
            <EditDetails client={found} onClose={close} />
          ) : (
            <Record key={found.id} client={found} />
          )
        }
      </Loaded>
      {isHidden && can('directives:break-glass') && <BreakGlass client={id} isHidden />}
    </Page>
  )
}
