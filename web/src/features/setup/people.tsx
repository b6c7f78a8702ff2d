import './setup.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { languageName, list } from '../../../../shared/i18n/formats.ts'
import { listStaff, readAll } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { Announce, Button, Empty, Loaded, Page, Table, Tabs } from '../../ui/index.ts'
import { Invite } from './invite.tsx'
import { MemberPanel } from './member.tsx'

const views = ['active', 'invited', 'deactivated'] as const

/** Who works here and in which roles; inviting and closing the door. */
export function People() {
  const say = useText()
  const [view, setView] = useState<(typeof views)[number]>('active')
  const [isInviting, setInviting] = useState(false)
  const [open, setOpen] = useState<string>()
  const lists = {
    active: useQuery(readAll(listStaff, { query: { status: 'active' } })),
    invited: useQuery(readAll(listStaff, { query: { status: 'invited' } })),
    deactivated: useQuery(readAll(listStaff, { query: { status: 'deactivated' } })),
  }
  return (
    <Page
      title={say('nav.people')}
      lead={say('people.lead')}
      actions={
        <Button kind="primary" icon="plus" onClick={() => setInviting(true)}>
          {say('people.invite')}
        </Button>
      }
    >
      <Tabs
        label={say('today.views')}
        chosen={view}
        onChoose={(key) => setView(key as (typeof views)[number])}
        tabs={views.map((key) => ({ key, label: say(`people.view.${key}`), count: lists[key].data?.items.length }))}
      />
      <Announce>{lists[view].data ? say('common.count', { count: lists[view].data.items.length }) : ''}</Announce>
      <Loaded query={lists[view]} rows={8}>
        {({ items }) =>
          items.length > 0 ? (
            <Table
              caption={say(`people.view.${view}`)}
              rows={items}
              keyOf={({ id }) => id}
              selected={open}
              onChoose={({ id }) => setOpen(id)}
              columns={[
                {
                  key: 'name',
                  label: say('people.name'),
                  cell: ({ id, name }) => (
                    <button type="button" className="name-button" onClick={() => setOpen(id)}>
                      {name}
                    </button>
                  ),
                },
                {
                  key: 'roles',
                  label: say('people.roles'),
                  cell: ({ roles }) =>
                    capital(
                      list(
                        roles.map((role) => say(`role.${role}`)),
                        say.locale,
                      ),
                    ),
                },
                {
                  key: 'language',
                  label: say('common.language'),
                  cell: ({ locale }) => capital(languageName(locale, say.locale)),
                },
              ]}
            />
          ) : (
            <Empty title={say(`people.empty.${view}`)}>{say(`people.empty-why.${view}`)}</Empty>
          )
        }
      </Loaded>
      <Invite isOpen={isInviting} onClose={() => setInviting(false)} />
      <MemberPanel id={open} onClose={() => setOpen(undefined)} />
    </Page>
  )
}
