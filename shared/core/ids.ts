import { encodeTime, monotonicFactory, TIME_LEN } from 'ulid'

/** Makers of ids by the instant they stamp: within one, each id sorts after the one before. As many as are at work at once. */
const makers = new Map<number, ReturnType<typeof monotonicFactory>>()
const mostMakers = 64

/**
 * Makes an id: the kind of thing, an underscore, a ULID. Sorts by time within a kind, and an id of another kind is told
 * apart at a glance.
 * @param at ISO instant the ULID is stamped with.
 */
export function newId(kind: string, at: string): string {
  const instant = Date.parse(at)
  return `${kind}_${makerFor(instant)(instant)}`
}

function makerFor(instant: number): ReturnType<typeof monotonicFactory> {
  const known = makers.get(instant)
  if (known) return known
  const [oldest] = makers.keys()
  if (oldest !== undefined && makers.size >= mostMakers) makers.delete(oldest)
  const maker = monotonicFactory()
  makers.set(instant, maker)
  return maker
}

/** Sorts before every id of that kind stamped at that instant or later. */
export function earliestId(kind: string, at: string): string {
  return `${kind}_${encodeTime(Date.parse(at), TIME_LEN)}`
}

/** The form of a kind's ids, for schemas and path parameters. */
export function idPattern(kind: string): RegExp {
  return new RegExp(`^${kind}_[0-9A-HJKMNP-TV-Z]{26}$`)
}
