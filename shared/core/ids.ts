import { encodeTime, monotonicFactory, TIME_LEN } from 'ulid'

const ulid = monotonicFactory()

/**
 * Makes an id: the kind of thing, an underscore, a ULID. Sorts by time within a kind, and an id of another kind is told
 * apart at a glance.
 * @param at ISO instant the ULID is stamped with.
 */
export function newId(kind: string, at: string): string {
  return `${kind}_${ulid(Date.parse(at))}`
}

/** Sorts before every id of that kind stamped at that instant or later. */
export function earliestId(kind: string, at: string): string {
  return `${kind}_${encodeTime(Date.parse(at), TIME_LEN)}`
}

/** The form of a kind's ids, for schemas and path parameters. */
export function idPattern(kind: string): RegExp {
  return new RegExp(`^${kind}_[0-9A-HJKMNP-TV-Z]{26}$`)
}
