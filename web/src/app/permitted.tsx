import { useMatches } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { roles, staffRoles } from '../../../shared/core/permissions.ts'
import { list } from '../../../shared/i18n/formats.ts'
import { useText } from '../i18n/index.ts'
import { ButtonLink, Empty, Page } from '../ui/index.ts'
import { useCan } from './session.tsx'

/** A screen for whoever may be there; anybody else is told for whom it is, before anything of it is read. */
export function Permitted({ children }: { readonly children: ReactNode }) {
  const can = useCan()
  const needs = useMatches({ select: (matches) => matches.at(-1)?.staticData.needs })
  return needs === undefined || can(needs) ? children : <NotPermitted needs={needs} />
}

function NotPermitted({ needs }: { readonly needs: string }) {
  const say = useText()
  const holders = staffRoles.filter((role) => (roles[role] as readonly string[]).includes(needs))
  return (
    <Page title={say('common.not-permitted')}>
      <Empty
        title={say('common.not-for-you')}
        icon="lock"
        actions={
          <ButtonLink to="/" kind="primary">
            {say('common.home')}
          </ButtonLink>
        }
      >
        {say('common.not-for-you-why', {
          roles: list(
            holders.map((role) => say(`role.${role}`)),
            say.locale,
          ),
        })}
      </Empty>
    </Page>
  )
}
