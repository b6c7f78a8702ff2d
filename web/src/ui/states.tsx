import { Progress as MantineProgress, Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Problem } from '../api/problem.ts'
import { useText } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icons.tsx'

/** Something to know before going on. It stays. */
export function Banner({
  kind = 'info',
  title,
  children,
  actions,
}: {
  readonly kind?: 'info' | 'warning' | 'error' | 'success'
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  const icons: Record<typeof kind, IconName> = { info: 'bell', warning: 'alert', error: 'stop', success: 'check' }
  return (
    <div className={`banner banner-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <Icon name={icons[kind]} size={22} />
      <div className="banner-text">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  )
}

/** Nothing to show, and why: nothing yet, nothing that matches, or nothing left to do. */
export function Empty({
  title,
  children,
  actions,
  icon = 'leaf',
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly icon?: IconName
}) {
  return (
    <div className="empty">
      <Icon name={icon} size={40} />
      <p className="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  )
}

/** Why something could not be read: again, and a number to quote. */
export function LoadError({
  problem,
  onRetry,
  isOlderShown = false,
}: {
  readonly problem: Problem
  readonly onRetry: () => void
  /** What was read before is below. */
  readonly isOlderShown?: boolean
}) {
  const say = useText()
  if (problem.status === 403)
    return (
      <Banner kind="warning" title={problem.message}>
        {problem.detail}
      </Banner>
    )
  if (problem.status === 404) {
    return (
      <Empty title={say('common.not-found')} icon="search">
        {say('common.not-found-why')}
      </Empty>
    )
  }
  return (
    <Banner
      kind="error"
      title={say(isOlderShown ? 'common.refresh-failed' : 'common.load-failed')}
      actions={
        <Button size="small" onClick={onRetry}>
          {say('common.retry')}
        </Button>
      }
    >
      {problem.isOffline ? say('common.unreachable') : problem.detail}{' '}
      {problem.reference && say('common.reference', { reference: problem.reference })}
    </Banner>
  )
}

/** Rows of the height of what is being read. */
export function Loading({ rows = 4 }: { readonly rows?: number }) {
  const say = useText()
  return (
    <div className="loading" aria-busy="true">
      <span className="visually-hidden">{say('common.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows that stand for nothing have nothing else.
        <Skeleton key={row} height={40} mb={8} />
      ))}
    </div>
  )
}

/**
 * What is read, or where the reading is: what was read before stays on the screen while it is read again, also when
 * that fails.
 */
export function Loaded<T>({
  query,
  children,
  rows,
}: {
  readonly query: UseQueryResult<T, Error>
  readonly children: (data: T) => ReactNode
  readonly rows?: number
}) {
  const problem = query.error as Problem | null
  if (query.data === undefined) {
    if (problem) return <LoadError problem={problem} onRetry={() => void query.refetch()} />
    return <Loading {...(rows && { rows })} />
  }
  return (
    <>
      {problem && <LoadError problem={problem} onRetry={() => void query.refetch()} isOlderShown />}
      {children(query.data)}
    </>
  )
}

/** How far something is that takes more than a second: a part from 0 to 1, or unknown. */
export function Progress({ label, part }: { readonly label: string; readonly part?: number }) {
  return (
    <div className="progress">
      <span>{label}</span>
      <MantineProgress
        value={(part ?? 1) * 100}
        striped={part === undefined}
        animated={part === undefined}
        aria-label={label}
      />
    </div>
  )
}

/** A part of what was asked for is withheld by the client's own word. */
export function Incomplete({ isShown }: { readonly isShown: boolean | undefined }) {
  const say = useText()
  if (!isShown) return null
  return (
    <Banner kind="warning" title={say('common.incomplete')}>
      {say('common.incomplete-why')}
    </Banner>
  )
}
