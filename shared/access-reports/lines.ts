import type { AuditEntry } from '../audit/schema.ts'
import type { Locale } from '../core/text.ts'
import { dateIn, timeIn } from '../core/time.ts'
import { list } from '../i18n/formats.ts'
import { say } from '../i18n/index.ts'
import type { AccessLine, AccessReport } from './schema.ts'

interface Telling {
  readonly locale: Locale
  readonly zone: string
  /** What actors are called, by id. */
  readonly names: Readonly<Record<string, string>>
}

/** Operations whose purpose says more than what kind of information they read or wrote. */
const tellingPurposes: readonly string[] = [
  'breakGlass',
  'getAccessReport',
  'getClientRecord',
  'searchClients',
  'mergeClients',
  'disposeClient',
  'openShortlist',
]

/**
 * Entries of the audit log about one client as sentences to that client, by day. What one person did in one way on one
 * day is one sentence with its times. Pure.
 * @param entries in the order of time.
 */
export function daysOf(entries: readonly AuditEntry[], telling: Telling): AccessReport['days'] {
  const days = Map.groupBy(entries, ({ at }) => dateIn(telling.zone, at))
  return [...days].map(([date, theirs]) => ({
    date,
    lines: [...Map.groupBy(theirs, wayOf).values()].flatMap((alike) => lineOf(alike, telling)),
  }))
}

function wayOf({ actor, access, purpose }: AuditEntry): string {
  return `${actor.id} ${actor.roles.join(' ')} ${access} ${tellingPurposes.includes(purpose) ? purpose : ''}`
}

function lineOf(alike: readonly AuditEntry[], telling: Telling): AccessLine[] {
  const [first] = alike
  if (first === undefined) return []
  const { locale, zone } = telling
  const information = [...new Set(alike.flatMap((entry) => entry.information))].sort()
  const what = list(
    information.map((kind) => say(locale, `information.${kind}`)),
    locale,
  )
  const key = tellingPurposes.includes(first.purpose) ? first.purpose : first.actor.kind === 'system' ? 'system' : ''
  const sentence = say(locale, sentenceFor(first, key), {
    who: whoIs(first.actor, telling),
    what: what || say(locale, 'information.none'),
  })
  return [
    {
      sentence,
      times: [...new Set(alike.map(({ at }) => timeIn(zone, at)))],
      actor: first.actor.id,
      access: first.access,
      information,
    },
  ]
}

function sentenceFor({ access }: AuditEntry, key: string): string {
  return access === 'refused' || key === '' ? `access-report.${access}` : `access-report.${key}`
}

/** By name and, in words, in which role. */
function whoIs({ id, kind, roles }: AuditEntry['actor'], { locale, names }: Telling): string {
  if (kind === 'system') return say(locale, 'access-report.who.system')
  const name = names[id] ?? say(locale, 'access-report.who.gone')
  if (kind === 'partner') return say(locale, 'access-report.who.partner', { name })
  const words = list(
    roles.map((role) => say(locale, `role.${role}`)),
    locale,
  )
  return words === '' ? name : say(locale, 'access-report.who.person', { name, roles: words })
}
