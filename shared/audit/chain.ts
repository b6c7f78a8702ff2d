import { type ArchiveFile, type FileFlaw, type Reference, readArchiveFile, referenceTo } from './archive-file.ts'

/** The first file of a chain that does not hold, and why. */
export interface Break {
  readonly key: string
  /**
   * What is wrong with the file itself; or that its neighbours do not fit: `missing` is named by the next and is not
   * there, `replaced` has not the digest that the next one names, `added` is not what the next one follows, `restarted`
   * follows nothing although there is a file before it, `sequence` stands where its name does not belong.
   */
  readonly flaw: FileFlaw | 'missing' | 'replaced' | 'added' | 'restarted' | 'sequence'
}

export interface Chain {
  /** Files and entries in them that hold, up to the break if there is one. */
  readonly files: number
  readonly entries: number
  /** The last file that holds. */
  readonly last: Reference | undefined
  readonly broken?: Break
}

/**
 * Checks a centre's files, all of them in the order of their keys: each by itself, then against the digest that the next
 * one names. Nothing speaks for the newest file but its seal, and nothing tells of files that are missing at the end:
 * those two are the bucket's lock to keep.
 */
export async function verifyChain(files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>): Promise<Chain> {
  let chain: Chain = { files: 0, entries: 0, last: undefined }
  for await (const file of files) {
    const read = readArchiveFile(file)
    if (typeof read === 'string') return { ...chain, broken: { key: file.key, flaw: read } }
    const broken = brokenLink(chain.last, file.key, read.previous)
    if (broken) return { ...chain, broken }
    chain = { files: chain.files + 1, entries: chain.entries + read.entries, last: referenceTo(file) }
  }
  return chain
}

function brokenLink(before: Reference | undefined, key: string, previous: Reference | null): Break | undefined {
  if ((before && key <= before.key) || (previous && previous.key >= key)) return { key, flaw: 'sequence' }
  if (previous === null) return before && { key, flaw: 'restarted' }
  if (before === undefined || previous.key > before.key) return { key: previous.key, flaw: 'missing' }
  if (previous.key < before.key) return { key: before.key, flaw: 'added' }
  return previous.sha256 === before.sha256 ? undefined : { key: before.key, flaw: 'replaced' }
}
