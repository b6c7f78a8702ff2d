import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Problem } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { Banner, Button, ButtonLink, Empty, LoadError, Page } from '../ui/index.ts'
import { useOnline } from './online.ts'
import { signOut } from './sign-out.ts'

/** An address that leads nowhere. */
export function NotFound() {
  const say = useText()
  return (
    <Page title={say('common.not-found')}>
      <Empty
        title={say('common.no-page')}
        icon="search"
        actions={
          <ButtonLink to="/" kind="primary">
            {say('common.home')}
          </ButtonLink>
        }
      >
        {say('common.no-page-why')}
      </Empty>
    </Page>
  )
}

/** Somebody signed in for whom no screen is: what they can do is elsewhere, or an administrator has to give it. */
export function NoScreen() {
  const say = useText()
  const isOnline = useOnline()
  return (
    <Page title={say('common.no-screen')}>
      <Empty
        title={say('common.no-screen-why')}
        icon="lock"
        actions={
          <Button kind="primary" isDisabled={!isOnline} onClick={() => void signOut()}>
            {say('session.sign-out')}
          </Button>
        }
      />
    </Page>
  )
}

/** A screen that could not be fetched, or failed while it was drawn: nothing of why is for people to read. */
export function Broken({ error }: ErrorComponentProps) {
  const say = useText()
  const router = useRouter()
  if (error instanceof Problem) {
    return (
      <Page title={say('common.load-failed')}>
        <LoadError problem={error} onRetry={() => void router.invalidate()} />
      </Page>
    )
  }
  return (
    <Page title={say('common.broken')}>
      <Banner
        kind="error"
        title={say('common.broken')}
        actions={
          <Button kind="primary" onClick={() => location.reload()}>
            {say('common.reload')}
          </Button>
        }
      >
        {say('common.broken-why')}
      </Banner>
    </Page>
  )
}
