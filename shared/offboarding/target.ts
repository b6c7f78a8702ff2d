import { createHash } from 'node:crypto'
import type { ExportedFile } from './schema.ts'

/** Where exports go: a bucket in the cloud, a folder on one machine. */
export interface Target {
  /** Writes a file, over one of the same name. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Reads it back. Throws when there is no such file. */
  get(name: string): Promise<Uint8Array>
}

/** One thing that the centre owns, as a line of a file. */
export interface Line {
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What tells a line from every other, the earlier state of the same thing included. */
export function identityOf({ kind, data }: Line): string {
  return `${kind} ${data.id} ${data.version ?? ''}`
}

/** JSON Lines: one object a line, UTF-8, a line feed after each. */
export function bytesOf(lines: readonly Line[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

/** @throws Error for a file that is not as we write them. */
export function linesIn(bytes: Uint8Array): Line[] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const lines = text.split('\n')
  if (lines.pop() !== '') throw new Error('A file that ends within a line.')
  return lines.map((line) => JSON.parse(line) as Line)
}

/** What a file must be found to be when it is read back. */
export function described(name: string, lines: readonly Line[], bytes: Uint8Array): ExportedFile {
  return { name, lines: lines.length, bytes: bytes.length, sha256: digestOf(bytes) }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
