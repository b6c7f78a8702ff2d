import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../i18n/index.ts'

let shownPath: string | undefined

/**
 * One screen: its title, also the window's, and what can be done on it. Moving to another screen moves the focus to its
 * title, so that who listens knows where they are.
 */
export function Page({
  title,
  lead,
  actions,
  children,
  isWide = false,
}: {
  /** Never a name or anything about a person: it is kept in the browser's history. */
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly isWide?: boolean
}) {
  const say = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  // Where the screen that is shown is: the address is ahead of it while the next one is fetched.
  const path = useRouterState({ select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).pathname })
  useEffect(() => {
    document.title = `${title} · ${say('common.product')}`
  })
  useEffect(() => {
    if (shownPath !== undefined && shownPath !== path) heading.current?.focus()
    shownPath = path
  }, [path])
  return (
    <div className={isWide ? 'page page-wide' : 'page'}>
      <header className="page-header">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  )
}

/** A part of a screen, with its heading. */
export function Section({
  id,
  title,
  actions,
  children,
}: {
  readonly id?: string
  readonly title: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section id={id} className="section">
      <header className="section-header">
        <h2>{title}</h2>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </section>
  )
}

export function Card({
  children,
  title,
  actions,
}: {
  readonly children: ReactNode
  readonly title?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className="card">
      {(title || actions) && (
        <div className="card-header">
          {title && <h3>{title}</h3>}
          {actions && <div className="page-actions">{actions}</div>}
        </div>
      )}
      {children}
    </div>
  )
}

/** Things and what they are, side by side; under each other where it is narrow. Empty ones are left out. */
export function Facts({ of }: { readonly of: readonly (readonly [label: string, value: ReactNode])[] }) {
  const shown = of.filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false)
  return (
    <dl className="facts">
      {shown.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}

/** Says to who listens what has changed on the screen: how many were found. */
export function Announce({ children }: { readonly children: ReactNode }) {
  return (
    <p className="visually-hidden" role="status">
      {children}
    </p>
  )
}
