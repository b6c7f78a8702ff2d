import { Centre } from '../centres/schema.ts'
import { lineOf } from '../centres/standing.ts'
import { addSeconds } from '../core/time.ts'
import { adjust, change } from '../db/event.ts'
import { Holdings } from '../db/holdings.ts'
import { partitionOf } from '../db/kind.ts'
import { Hold } from '../holds/schema.ts'
import { disposeUnit, isEmpty } from './dispose.ts'
import { exportUnit, readBack, writeManifest } from './files.ts'
import type { Means } from './means.ts'
import { isUnderWay, Offboarding } from './schema.ts'
import { type Unit, unitsOf } from './units.ts'

/** Longer than callers are believed (60 s), and the request or event of the last of them takes. */
const restSeconds = 120

/**
 * Goes on with a centre's leaving from wherever it is, as far as there is time. Every step is noted when it is done, and
 * done again without harm when it was cut short.
 */
export async function advance(means: Means, from: Offboarding): Promise<Offboarding> {
  let offboarding = from
  while (isUnderWay(offboarding) && !means.signal.aborted) {
    const next = await step(means, offboarding)
    if (next === offboarding) break
    offboarding = next
  }
  return offboarding
}

function step(means: Means, offboarding: Offboarding): Promise<Offboarding> {
  switch (offboarding.status) {
    case 'closing':
      return closeDoors(means, offboarding)
    case 'exporting':
      return exportNext(means, offboarding)
    case 'verifying':
      return verify(means, offboarding)
    case 'disposing':
      return disposeNext(means, offboarding)
    default:
      return Promise.resolve(offboarding)
  }
}

async function closeDoors(means: Means, offboarding: Offboarding): Promise<Offboarding> {
  const { system, store, now } = means
  const [line, centre] = await Promise.all([system.findRegistered(offboarding.id), store.find(Centre, offboarding.id)])
  if (line && centre) await system.registerCentre(lineOf(centre, line.onboarding.registeredAt))
  if (now() < addSeconds(offboarding.requestedAt, restSeconds)) return offboarding
  // Before there is any file: of a centre that stays, none is to lie about.
  const holds = await standingHolds(means)
  if (holds > 0) return stop(means, offboarding, holds)
  return noted(means, offboarding, { status: 'exporting' })
}

async function standingHolds({ holdings }: Means): Promise<number> {
  let standing = 0
  for (let part = 0; part < Holdings.parts; part += 1) {
    for await (const { items } of holdings.entities('care', part, partitionOf(Hold, ''))) {
      standing += items.filter(({ sk, data }) => sk === 'ENTITY' && (data as Hold).status === 'active').length
    }
  }
  return standing
}

async function exportNext(means: Means, offboarding: Offboarding): Promise<Offboarding> {
  const unit = unitsOf(offboarding, Holdings.parts).find(({ name }) => !has(offboarding, `${name}.jsonl`))
  if (unit === undefined) return noted(means, offboarding, { status: 'verifying' }, 'exported')
  const file = await exportUnit(means, offboarding, unit)
  return noted(means, offboarding, { files: [...offboarding.files, file] })
}

/**
 * Reads every file back. One that does not hold is written again; a legal hold that nobody saw before ends it all, with
 * the doors open.
 */
async function verify(means: Means, offboarding: Offboarding): Promise<Offboarding> {
  const counts: Record<string, number> = {}
  let holds = 0
  for (const file of offboarding.files) {
    means.signal.throwIfAborted()
    const lines = await readBack(means, offboarding, file)
    if (lines === undefined) {
      const files = offboarding.files.filter(({ name }) => name !== file.name)
      return noted(means, offboarding, { status: 'exporting', files })
    }
    for (const { kind } of lines) counts[kind] = (counts[kind] ?? 0) + 1
    holds += lines.filter(({ kind, data }) => kind === 'hold' && data.status === 'active').length
  }
  if (holds > 0) return stop(means, offboarding, holds)
  const manifest = await writeManifest(means, { ...offboarding, counts })
  return noted(means, offboarding, { status: 'disposing', counts, manifest }, 'verified')
}

async function stop(means: Means, offboarding: Offboarding, holds: number): Promise<Offboarding> {
  const { store, system } = means
  const centre = await store.get(Centre, offboarding.id)
  const open: Centre = { ...centre, status: 'active', version: centre.version + 1 }
  const stopped: Offboarding = { ...offboarding, status: 'stopped', holds, version: offboarding.version + 1 }
  await store.commit([
    change(Offboarding, offboarding, stopped, 'stopped', { holds }),
    change(Centre, centre, open, 'stayed'),
  ])
  const line = await system.findRegistered(offboarding.id)
  if (line) await system.registerCentre(lineOf(open, line.onboarding.registeredAt))
  return stopped
}

async function disposeNext(means: Means, offboarding: Offboarding): Promise<Offboarding> {
  const units = unitsOf(offboarding, Holdings.parts).filter(({ of }) => of !== 'audit')
  const unit = units.find(({ name }) => !offboarding.disposed.includes(name))
  if (unit === undefined) return finish(means, offboarding, units)
  const later = await disposeUnit(means, offboarding, unit)
  const disposed = [...offboarding.disposed, unit.name]
  return noted(means, offboarding, { disposed, files: [...offboarding.files, ...later] })
}

/** Looks once more that there is nothing left, and signs. */
async function finish(means: Means, offboarding: Offboarding, units: readonly Unit[]): Promise<Offboarding> {
  for (const unit of units) {
    means.signal.throwIfAborted()
    if (await isEmpty(means, offboarding, unit)) continue
    return noted(means, offboarding, { disposed: offboarding.disposed.filter((name) => name !== unit.name) })
  }
  const { system, now } = means
  const manifest = await writeManifest(means, offboarding)
  const line = await system.findRegistered(offboarding.id)
  if (line) await system.registerCentre({ ...line, status: 'offboarded', asOf: (line.asOf ?? 0) + 1 })
  return noted(means, offboarding, { status: 'completed', manifest, completedAt: now() }, 'completed')
}

/** Notes a step; one that others should know of is told by an event, and so stands in the audit log. */
function noted(
  { store }: Means,
  offboarding: Offboarding,
  changes: Partial<Offboarding>,
  verb?: string,
): Promise<Offboarding> {
  const after: Offboarding = { ...offboarding, ...changes, version: offboarding.version + 1 }
  const told =
    verb === undefined ? adjust(Offboarding, offboarding, after) : change(Offboarding, offboarding, after, verb)
  return store.commit([told])
}

function has({ files }: Offboarding, file: string): boolean {
  return files.some(({ name }) => name === file)
}
