import { addDays, addSeconds } from '../core/time.ts'
import {
  type ArchiveFile,
  archiveKey,
  hourOf,
  hourOfKey,
  makeArchiveFile,
  readArchiveFile,
  referenceTo,
} from './archive-file.ts'
import type { AuditEntry } from './schema.ts'

/** Where the files are kept, each under a name that is given once. */
export interface Archive {
  /** A centre's last file. */
  newest(centre: string): Promise<ArchiveFile | undefined>
  /** @returns undefined when there is no file of that name. */
  read(key: string): Promise<ArchiveFile | undefined>
  /** Keeps a file, unless there is one of that name. @returns the one that is kept under the name. */
  keep(file: ArchiveFile): Promise<ArchiveFile>
}

/** The audit log as the archiver reads it. */
export interface AuditLog {
  /** Everything that a centre's log has of the hour's day from that hour on. */
  entries(centre: string, hour: string): Promise<readonly AuditEntry[]>
}

interface Stretch {
  readonly centre: string
  /** Hours, as in `2026-11-21T15`, both included: where to begin without a file, and the last one to archive. */
  readonly since: string
  readonly until: string
  /** Ends the work between two files; the next run goes on from there. */
  readonly signal: AbortSignal
}

/** How long after an hour its last entry may still be on its way: far longer than any function runs. */
const patienceSeconds = 15 * 60

/** The last hour that will have no further entry. */
export function lastClosedHour(now: string): string {
  return hourOf(addSeconds(now, -3_600 - patienceSeconds))
}

/**
 * Writes a centre's hours to the archive that are not there yet, each with the digest of the file before. An hour
 * without entries has no file. May be run again, and by two at once: what is there stays as it is. The newest file is
 * made again and compared, so that what came into the log too late, or went from it, is noticed within the hour; and so
 * is every file of its day before the first one of a later day follows.
 * @returns the keys of files that are not as they would be made from the log. The chain goes on from what is kept.
 * @throws Error when the archive has a file of an hour that is not over.
 */
export async function archiveCentre(
  { archive, log }: { readonly archive: Archive; readonly log: AuditLog },
  { centre, since, until, signal }: Stretch,
): Promise<readonly string[]> {
  const newest = await archive.newest(centre)
  if (newest && newest.key > archiveKey(centre, until)) throw new Error('The archive is ahead of the clock.')
  const start = newest ? hourOfKey(newest.key) : since
  const differing = new Set<string>()
  let before = newest
  let isDayOver = false
  for (const from of dayByDay(start, until)) {
    signal.throwIfAborted()
    const byHour = Map.groupBy(await log.entries(centre, from), ({ at }) => hourOf(at))
    if (newest && from === start && !isAsMade(newest, byHour.get(start) ?? [])) differing.add(newest.key)
    for (const [hour, entries] of closedHours(byHour, newest ? start : undefined, until)) {
      signal.throwIfAborted()
      if (newest && !isDayOver && dayOf(hour) > dayOf(start)) {
        for (const key of await differingOn(newest, centre, { archive, log })) differing.add(key)
        isDayOver = true
      }
      const made = makeArchiveFile({ centre, hour, previous: before ? referenceTo(before) : null }, entries)
      before = await archive.keep(made)
      if (!isEqual(before, made)) differing.add(made.key)
    }
  }
  return [...differing]
}

/** Keys of files of the newest one's day that are not as they would be made from the log, or are not there. */
async function differingOn(
  newest: ArchiveFile,
  centre: string,
  { archive, log }: { readonly archive: Archive; readonly log: AuditLog },
): Promise<string[]> {
  const last = hourOfKey(newest.key)
  const day = dayOf(last)
  const byHour = Map.groupBy(await log.entries(centre, `${day}T00`), ({ at }) => hourOf(at))
  const holding = new Set<string>()
  let file: ArchiveFile | undefined = newest
  while (file !== undefined && dayOf(hourOfKey(file.key)) === day) {
    const header = readArchiveFile(file)
    if (isAsMade(file, byHour.get(hourOfKey(file.key)) ?? [])) holding.add(file.key)
    else byHour.set(hourOfKey(file.key), [])
    const previous = typeof header === 'string' ? null : header.previous
    file = previous === null ? undefined : await archive.read(previous.key)
  }
  const keys = [...byHour.keys()].filter((hour) => hour <= last).map((hour) => archiveKey(centre, hour))
  return keys.filter((key) => !holding.has(key))
}

function dayOf(hour: string): string {
  return hour.slice(0, 10)
}

/** The first hour of each day, and of the first day the one to start with. */
function dayByDay(start: string, until: string): string[] {
  const hours = [start]
  for (let day = addDays(start.slice(0, 10), 1); day <= until.slice(0, 10); day = addDays(day, 1))
    hours.push(`${day}T00`)
  return hours
}

/** In order, those that are over and not in the archive. */
function closedHours<T>(byHour: ReadonlyMap<string, T>, archived: string | undefined, until: string): [string, T][] {
  return [...byHour]
    .filter(([hour]) => hour > (archived ?? '') && hour <= until)
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

function isAsMade(kept: ArchiveFile, entries: readonly AuditEntry[]): boolean {
  const header = readArchiveFile(kept)
  return typeof header !== 'string' && isEqual(kept, makeArchiveFile(header, entries))
}

function isEqual(one: ArchiveFile, other: ArchiveFile): boolean {
  return Buffer.compare(one.bytes, other.bytes) === 0
}
