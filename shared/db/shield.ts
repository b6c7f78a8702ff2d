import type { BreakGlass, Directive } from '../directives/schema.ts'

/** Who reads. */
export interface Reader {
  readonly id: string
  readonly kind: string
  readonly roles: readonly string[]
  readonly partner?: string
}

type Glass = Pick<BreakGlass, 'id' | 'client' | 'staff' | 'until'>
export type ShieldEntry = Directive | Glass

/** What a stored thing tells of itself: enough to know whom it is about and where it belongs. */
interface About {
  readonly id?: string
  /** In what a partner is shown, no id but the little that it may know. */
  readonly client?: string | object
  /** Of an event. */
  readonly kind?: string
  readonly entity?: string
  readonly referral?: string
  readonly prescription?: string
  /** Other entries that are told of in it. */
  readonly tellsOf?: readonly string[]
  /** Of an answer that was kept for a repeated request. */
  readonly digest?: string
  readonly result?: unknown
  readonly items?: unknown
}

/**
 * Which directives stand against a reader: those against the person, a role they hold, or their organisation, that are
 * in force, and not behind a glass that this reader has broken within the last quarter of an hour. The product itself
 * (a worker's step, for which nobody looks) is withheld nothing.
 * @param today in the centre's calendar; `now` an ISO instant.
 */
export function directivesAgainst(
  entries: readonly ShieldEntry[],
  reader: Reader,
  { today, now }: { readonly today: string; readonly now: string },
): readonly Directive[] {
  if (reader.kind === 'system') return []
  const open = new Set(
    entries.flatMap((entry) =>
      'until' in entry && entry.staff === reader.id && entry.until > now ? [entry.client] : [],
    ),
  )
  return entries.filter(
    (entry): entry is Directive =>
      'against' in entry && entry.since <= today && isAgainst(entry.against, reader) && !open.has(entry.client),
  )
}

/** Whether a stored thing is withheld by any of these directives. */
export function isWithheld(directives: readonly Directive[], data: unknown): boolean {
  if (directives.length === 0 || typeof data !== 'object' || data === null) return false
  const about = data as About
  // An answer kept for a repeated request is withheld as what it tells would be.
  if (about.digest !== undefined) return isWithheld(directives, about.result)
  if (Array.isArray(about.items)) return about.items.some((item) => isWithheld(directives, item))
  const client = clientOf(about)
  return directives.some(
    (directive) =>
      (directive.client === client || (client !== undefined && directive.formerly?.includes(client))) &&
      covers(directive.scope, about),
  )
}

/** The client a stored thing is about; a client's own record and its search entries are about that client. */
export function clientOf({ id, client }: About): string | undefined {
  return typeof client === 'string' ? client : id?.startsWith('client_') ? id : undefined
}

/** The kind of thing it is: an event's own, or what the id says. */
export function kindOf({ id = '', kind, entity }: About): string {
  return entity !== undefined && kind !== undefined ? kind : id.slice(0, id.indexOf('_'))
}

function isAgainst(against: Directive['against'], reader: Reader): boolean {
  switch (against.kind) {
    case 'person':
      return against.staff === reader.id
    case 'role':
      return reader.roles.includes(against.role)
    case 'organisation':
      return against.partner === reader.partner
  }
}

function covers(scope: Directive['scope'], about: About): boolean {
  const { tellsOf = [] } = about
  switch (scope.kind) {
    case 'record':
      return true
    case 'section':
      return kindOf(about) === scope.section || tellsOf.some((id) => kindOf({ id }) === scope.section)
    case 'entry':
      return [about.id, about.entity, about.referral, about.prescription, ...tellsOf].includes(scope.entry)
  }
}
