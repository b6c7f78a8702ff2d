import type { ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { Icon, type IconName } from './icons.tsx'

type Tone = 'waiting' | 'going' | 'done' | 'stopped' | 'paused'

/** Statuses of referrals and prescriptions (FHIR Task): a shape and a colour each, beside the word. */
const looks: Record<string, readonly [Tone, IconName]> = {
  proposed: ['waiting', 'dot'],
  requested: ['waiting', 'bell'],
  accepted: ['going', 'arrow'],
  'in-progress': ['going', 'leaf'],
  'on-hold': ['paused', 'pause'],
  completed: ['done', 'check'],
  rejected: ['stopped', 'stop'],
  cancelled: ['stopped', 'close'],
  failed: ['stopped', 'stop'],
  'entered-in-error': ['stopped', 'close'],
  active: ['going', 'check'],
  invited: ['waiting', 'mail'],
  deactivated: ['stopped', 'close'],
  closed: ['stopped', 'close'],
  given: ['done', 'check'],
  withdrawn: ['stopped', 'close'],
  lifted: ['stopped', 'close'],
}

/** A status: shape, colour and word. */
export function Status({ of, words }: { readonly of: string; readonly words?: string }) {
  const say = useText()
  const [tone, icon] = looks[of] ?? ['waiting', 'dot']
  return (
    <span className={`status status-${tone}`}>
      <Icon name={icon} size={16} />
      {words ?? say(`status.${of}`)}
    </span>
  )
}

/** Something to know about a row, in a word: a shape, a colour and the word. */
export function Flag({
  icon,
  tone = 'neutral',
  children,
}: {
  readonly icon: IconName
  readonly tone?: 'neutral' | 'warning' | 'danger' | 'good'
  readonly children: ReactNode
}) {
  return (
    <span className={`flag flag-${tone}`}>
      <Icon name={icon} size={16} />
      {children}
    </span>
  )
}

/** A number, or that it is too small to be shown. */
export function Figure({
  value,
  fewerThan = 6,
}: {
  readonly value: number | null | undefined
  readonly fewerThan?: number
}) {
  const say = useText()
  if (value === null || value === undefined) {
    return (
      <span className="suppressed" title={say('common.suppressed-why')}>
        {say('common.suppressed', { count: fewerThan })}
        <span className="visually-hidden"> {say('common.suppressed-why')}</span>
      </span>
    )
  }
  return <>{new Intl.NumberFormat(`${say.locale}-CA`).format(value)}</>
}
