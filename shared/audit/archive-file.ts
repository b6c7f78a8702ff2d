import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { AuditEntry } from './schema.ts'

/** A file of the archive as it is kept: JSON lines, a header first, then one centre's entries of one hour. */
export interface ArchiveFile {
  readonly key: string
  readonly bytes: Uint8Array
}

/** How a file names the one before it. */
export interface Reference {
  readonly key: string
  /** Of all its bytes, in hexadecimal. */
  readonly sha256: string
}

/** Why a file by itself does not hold. */
export type FileFlaw = 'unreadable' | 'misplaced' | 'altered' | 'count' | 'hour' | 'order'

/** What all keys begin with. */
export const archiveRoot = 'audit/'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const Header = z.strictObject({
  centre: z.string().regex(/^[a-z0-9-]+$/),
  /** In universal time, `YYYY-MM-DDTHH`. */
  hour: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}$/),
  /** How many lines follow. */
  entries: z.int().min(1),
  /** Null in a centre's first file. */
  previous: z.strictObject({ key: z.string(), sha256 }).nullable(),
  /** Digest of this header without its seal and of the lines after it: tells an altered file from an altered neighbour. */
  seal: sha256,
})
type Header = z.infer<typeof Header>

const Entry = z.looseObject({ id: z.string(), at: z.string() })

/** The file of a centre's hour. The same entries after the same file always make the same bytes. */
export function makeArchiveFile(
  { centre, hour, previous }: { centre: string; hour: string; previous: Reference | null },
  entries: readonly AuditEntry[],
): ArchiveFile {
  const inOrder = entries.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const lines = inOrder.map((entry) => `${JSON.stringify(sorted(entry))}\n`).join('')
  const unsealed = { centre, hour, entries: entries.length, previous }
  const header: Header = { ...unsealed, seal: sealOf(unsealed, lines) }
  return { key: archiveKey(centre, hour), bytes: Buffer.from(`${JSON.stringify(header)}\n${lines}`) }
}

/** Reads a file and checks all of it that can be checked without its neighbours. */
export function readArchiveFile({ key, bytes }: ArchiveFile): Header | FileFlaw {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const [line = '', ...rest] = text.split('\n')
    const header = Header.parse(JSON.parse(line))
    const { seal, ...unsealed } = header
    if (archiveKey(header.centre, header.hour) !== key) return 'misplaced'
    if (JSON.stringify(header) !== line || sealOf(unsealed, rest.join('\n')) !== seal) return 'altered'
    if (rest.pop() !== '' || rest.length !== header.entries) return 'count'
    const entries = rest.map((one) => Entry.parse(JSON.parse(one)))
    if (entries.some(({ at }) => hourOf(at) !== header.hour)) return 'hour'
    return entries.every(({ id }, n) => n === 0 || (entries[n - 1]?.id ?? '') < id) ? header : 'order'
  } catch {
    return 'unreadable'
  }
}

/** Sorts as time does, so the newest file is the last of the last month of the last year. */
export function archiveKey(centre: string, hour: string): string {
  const [year, month, rest] = hour.split('-')
  return `${archivePrefix(centre)}${year}/${month}/${rest}.jsonl`
}

/** @throws Error for what is no key of a file. */
export function hourOfKey(key: string): string {
  const [, year, month, rest] = /\/(\d{4})\/(\d{2})\/(\d{2}T\d{2})\.jsonl$/.exec(key) ?? []
  if (rest === undefined) throw new Error('The archive has a file that is none of its own.')
  return `${year}-${month}-${rest}`
}

/** What the keys of a centre's files begin with. */
export function archivePrefix(centre: string): string {
  return `${archiveRoot}${centre}/`
}

export function referenceTo({ key, bytes }: ArchiveFile): Reference {
  return { key, sha256: digest(bytes) }
}

/** The hour of an ISO instant, in universal time. */
export function hourOf(instant: string): string {
  return instant.slice(0, 13)
}

function sealOf(unsealed: Omit<Header, 'seal'>, lines: string): string {
  return digest(`${JSON.stringify(unsealed)}\n${lines}`)
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The database gives an item's fields in no order that it would keep to. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(fields.map(([name, inner]) => [name, sorted(inner)]))
}
