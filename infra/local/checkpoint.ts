import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The sequence number of the last handled record, by shard. */
export type Positions = Readonly<Record<string, string>>

/** Remembers how far a stream has been handled. */
export interface Checkpoint {
  load(stream: string): Promise<Positions>
  save(stream: string, positions: Positions): Promise<void>
}

/**
 * A checkpoint in a small JSON file. A stream with another ARN starts from its beginning: the table was made anew, and
 * its sequence numbers with it.
 */
export function fileCheckpoint(path: string): Checkpoint {
  return {
    async load(stream) {
      const text = await readFile(path, 'utf8').catch(() => '{}')
      const saved = JSON.parse(text) as { stream?: string; positions?: Positions }
      return saved.stream === stream ? (saved.positions ?? {}) : {}
    },
    async save(stream, positions) {
      await mkdir(dirname(path), { recursive: true })
      // A half-written file would start the stream again: a rename is whole or not at all.
      await writeFile(`${path}.new`, JSON.stringify({ stream, positions }))
      await rename(`${path}.new`, path)
    },
  }
}
