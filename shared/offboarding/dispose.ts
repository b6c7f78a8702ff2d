import { type Entry, entriesOf } from './entries.ts'
import { readBack, writeFile } from './files.ts'
import type { Means } from './means.ts'
import type { ExportedFile, Offboarding } from './schema.ts'
import { identityOf } from './target.ts'
import { filesOf, type Unit } from './units.ts'

/**
 * Removes all of a unit: nothing goes that is not in a file which has just been read back. What was written after its
 * file goes into another first.
 * @returns the files that this made.
 */
export async function disposeUnit(means: Means, offboarding: Offboarding, unit: Unit): Promise<ExportedFile[]> {
  const known = await exported(means, offboarding, unit)
  const later: Entry[] = []
  for await (const entry of entriesOf(means, offboarding, unit)) {
    means.signal.throwIfAborted()
    if (entry.lines.every((line) => known.has(identityOf(line)))) await entry.remove?.()
    else later.push(entry)
  }
  if (later.length === 0) return []
  const lines = later.flatMap((entry) => entry.lines).filter((line) => !known.has(identityOf(line)))
  const name = `${unit.name}.later-${filesOf(offboarding, unit).length}.jsonl`
  const file = await writeFile(means, offboarding, name, lines)
  if ((await readBack(means, offboarding, file)) === undefined) throw new Error('A file does not hold.')
  for (const entry of later) await entry.remove?.()
  return [file]
}

export async function isEmpty(means: Means, offboarding: Offboarding, unit: Unit): Promise<boolean> {
  for await (const _ of entriesOf(means, offboarding, unit)) return false
  return true
}

/** @throws Error when a file has changed since it was verified: then nothing goes. */
async function exported(means: Means, offboarding: Offboarding, unit: Unit): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (const file of filesOf(offboarding, unit)) {
    const lines = await readBack(means, offboarding, file)
    if (lines === undefined) throw new Error('A file does not hold.')
    for (const line of lines) known.add(identityOf(line))
  }
  return known
}
