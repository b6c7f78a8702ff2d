import { encodeTime, monotonicFactory, TIME_LEN } from 'ulid'

/**
 * Makers of ids by the instant they stamp, the one longest unused first: within one, each id sorts after the one before.
 * As many as are at work at once; one that is let go was not used while all the others were.
 */
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
  const maker = makers.get(instant) ?? monotonicFactory()
  makers.delete(instant)
  const [unused] = makers.keys()
  if (unused !== undefined && makers.size >= mostMakers) makers.delete(unused)
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
