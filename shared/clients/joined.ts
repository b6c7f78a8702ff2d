import { type Client, type ContactPoint, mostNote } from './schema.ts'
import { digits } from './search-entries.ts'

/**
 * One record of the two of a person. The survivor's word stands where both have one; caution (safe contact, do not
 * contact, whether to leave a message) stands from either. Pure.
 */
export function joined(survivor: Client, other: Client): Client {
  return {
    ...other,
    ...survivor,
    version: survivor.version + 1,
    names: { ...survivor.names, other: joinedNames(survivor, other) },
    languages: union(survivor.languages, other.languages, 8),
    needsInterpreter: survivor.needsInterpreter || other.needsInterpreter,
    contactPoints: joinedPoints(survivor.contactPoints, other.contactPoints),
    safeContact: survivor.safeContact || other.safeContact,
    doNotContact: survivor.doNotContact || other.doNotContact,
    interests: union(survivor.interests, other.interests, 40),
    talents: union(survivor.talents, other.talents, 20),
    barriers: [
      ...survivor.barriers,
      ...other.barriers.filter(({ code }) => !survivor.barriers.some((known) => known.code === code)),
    ].slice(0, 12),
    equity: { ...other.equity, ...survivor.equity },
    mergedFrom: union(survivor.mergedFrom, [other.id, ...other.mergedFrom]),
  }
}

function joinedNames({ names }: Client, other: Client): string[] {
  const known = [names.given, names.family, names.preferred]
  const further = [other.names.given, other.names.family, other.names.preferred, ...(other.names.other ?? [])].filter(
    (name) => name !== undefined && !known.includes(name),
  ) as string[]
  return union(names.other ?? [], further, 4)
}

/**
 * A number on both records is as safe as the more careful of the two says, with what both say of it; where that is more
 * than a note holds, it stands there twice.
 */
function joinedPoints(ours: readonly ContactPoint[], theirs: readonly ContactPoint[]): ContactPoint[] {
  const isSame = (a: ContactPoint, b: ContactPoint) => a.system === b.system && reach(a) === reach(b)
  const hasPreferred = ours.some(({ preferred }) => preferred)
  const kept = ours.map((point) => theirs.filter((twin) => isSame(point, twin)).reduce(careful, point))
  const further = theirs.filter(
    (point) => !kept.some((known) => isSame(known, point) && saysAll(known.safe.note, point.safe.note)),
  )
  return [...kept, ...further.map((point) => ({ ...point, preferred: point.preferred && !hasPreferred }))].slice(0, 6)
}

function careful(point: ContactPoint, { safe }: ContactPoint): ContactPoint {
  const { note } = point.safe
  const both = saysAll(note, safe.note) ? note : [note, safe.note].filter(Boolean).join(' / ')
  const kept = both !== undefined && both.length <= mostNote ? both : note
  return {
    ...point,
    safe: {
      voicemail: point.safe.voicemail && safe.voicemail,
      text: point.safe.text && safe.text,
      ...(kept && { note: kept }),
    },
  }
}

function saysAll(note: string | undefined, other: string | undefined): boolean {
  return other === undefined || (note ?? '').includes(other)
}

/** What reaches the same place, however it is written. */
function reach({ system, value }: ContactPoint): string {
  return system === 'phone' ? digits(value) || value : value.toLowerCase()
}

function union<T>(ours: readonly T[], theirs: readonly T[], most?: number): T[] {
  return [...new Set([...ours, ...theirs])].slice(0, most)
}
