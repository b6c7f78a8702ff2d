import './record.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getClient, type Problem, read } from '../../api/index.ts'
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
  const [isEditing, setEditing] = useState(false)
  const isHidden = (client.error as Problem | null)?.status === 404
  const isActive = client.data?.status === 'active'
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
              <Button icon="person" onClick={() => setEditing(true)}>
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
            <EditDetails client={found} onClose={() => setEditing(false)} />
          ) : (
            <Record key={found.id} client={found} />
          )
        }
      </Loaded>
      {isHidden && can('directives:break-glass') && <BreakGlass client={id} isHidden />}
    </Page>
  )
}
