import { entriesOf } from './entries.ts'
import type { Means } from './means.ts'
import type { ExportedFile, Offboarding } from './schema.ts'
import { bytesOf, described, digestOf, type Line, linesIn } from './target.ts'
import type { Unit } from './units.ts'

/** Writes all of a unit, as it is at this moment, into one file. */
export async function exportUnit(means: Means, offboarding: Offboarding, unit: Unit): Promise<ExportedFile> {
  const lines: Line[] = []
  for await (const entry of entriesOf(means, offboarding, unit)) {
    means.signal.throwIfAborted()
    lines.push(...entry.lines)
  }
  return writeFile(means, offboarding, `${unit.name}.jsonl`, lines)
}

export async function writeFile(
  { target, store }: Means,
  { folder }: Offboarding,
  name: string,
  lines: readonly Line[],
): Promise<ExportedFile> {
  const bytes = bytesOf(lines)
  await target.put(`${folder}/${name}`, bytes)
  const information = [...new Set(lines.map(({ kind }) => kind))].sort()
  await store.auditAccess({ access: 'export', client: undefined, information })
  return described(name, lines, bytes)
}

/**
 * Reads a file back.
 * @returns its lines; undefined when it is not there, or not what was written.
 */
export async function readBack(
  { target }: Means,
  { folder }: Offboarding,
  file: ExportedFile,
): Promise<Line[] | undefined> {
  try {
    const bytes = await target.get(`${folder}/${file.name}`)
    if (bytes.length !== file.bytes || digestOf(bytes) !== file.sha256) return undefined
    const lines = linesIn(bytes)
    return lines.length === file.lines ? lines : undefined
  } catch {
    // Not there, or not text: either way it has to be written again.
    return undefined
  }
}

const manifestName = 'manifest.json'

/** What the export consists of, for whoever receives it: docs/offboarding.md tells how to check it. */
export async function writeManifest({ target }: Means, offboarding: Offboarding): Promise<string> {
  const { id, name, zone, since, requestedAt, requestedBy, folder, files, counts } = offboarding
  const manifest = {
    format: 'rx-community-export/1',
    centre: { id, name, zone, since },
    requestedAt,
    requestedBy,
    files,
    counts,
  }
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  await target.put(`${folder}/${manifestName}`, bytes)
  const sha256 = digestOf(bytes)
  if (digestOf(await target.get(`${folder}/${manifestName}`)) !== sha256) throw new Error('The manifest does not hold.')
  return sha256
}
