import type { Entity, Kind } from './kind.ts'

/** What happened, once and for good. Timelines, the outbox and the figures read nothing else. */
export interface Event {
  readonly id: string
  /** `<kind>.<past tense>`: `referral.accepted`. */
  readonly type: string
  readonly kind: string
  readonly entity: string
  /** The version of the entity that this event made. */
  readonly version: number
  readonly client?: string
  readonly at: string
  readonly actor: { readonly id: string; readonly kind: string }
  /** What the readers of events need to know: codes, ids, dates. Never a name, a note or an answer in words. */
  readonly facts: Facts
}

export type Facts = Readonly<Record<string, unknown>>

/** One entity's step from `before` to `after`, with the events that tell of it. */
export interface Change<T extends Entity = Entity> {
  readonly kind: Kind<T>
  readonly before: T | undefined
  readonly after: T
  readonly events: readonly { readonly type: string; readonly facts: Facts }[]
  /** Losing a race for this entity is nobody's fault: run the command again, do not answer 412. */
  readonly contended?: boolean
}

/** The first version of a new entity, told by one event: `create(Referral, referral, 'requested')`. */
export function create<T extends Entity>(kind: Kind<T>, after: T, verb: string, facts: Facts = {}): Change<T> {
  return { kind, before: undefined, after, events: [{ type: `${kind.name}.${verb}`, facts }] }
}

/** The next version of an entity, told by one event: `change(Referral, before, after, 'accepted')`. */
export function change<T extends Entity>(
  kind: Kind<T>,
  before: T,
  after: T,
  verb: string,
  facts: Facts = {},
): Change<T> {
  return { kind, before, after, events: [{ type: `${kind.name}.${verb}`, facts }] }
}

/** A counter-like entity's step: no event tells of it, and losing a race for it means running the command again. */
export function adjust<T extends Entity>(kind: Kind<T>, before: T | undefined, after: T): Change<T> {
  return { kind, before, after, events: [], contended: true }
}
