import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { expect, inject, onTestFinished, test } from 'vitest'
import { contextFor } from '../../functions/api/deps.ts'
import { type ArchiveDeps, makeArchiveDeps } from '../../functions/worker/archive-deps.ts'
import { archiveAll } from '../../functions/worker/on-archive.ts'
import { type Bucket, filesOf } from '../../infra/audit-bucket.ts'
import { bucketConfig, startQueues } from '../../infra/local/queues.ts'
import { prefix } from '../../infra/place.ts'
import { archiveCentre, lastClosedHour } from '../../shared/audit/archive.ts'
import { type ArchiveFile, makeArchiveFile } from '../../shared/audit/archive-file.ts'
import { verifyChain } from '../../shared/audit/chain.ts'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import type { RegisteredCentre } from '../../shared/db/system-store.ts'
import { centre, type TestCentre, withReferral } from '../support/centre.ts'
import { Enforcer } from '../support/enforcer.ts'

/** The hour at which every test begins. */
const first = '2026-11-21T15'

test('the hours that are over are in the archive, entry for entry as the log has them', async () => {
  const { at, archive, files } = await start()
  await withReferral(at)
  at.api.pass({ hours: 1 })
  await withReferral(at)
  at.api.pass({ days: 1, hours: 3 })
  await withReferral(at)
  at.api.pass({ hours: 2 })
  expect(await archive()).toEqual([])

  const kept = await files()
  expect(kept.map(({ key }) => key)).toEqual(
    ['21T15', '21T16', '22T19'].map((hour) => `audit/${at.id}/2026/11/${hour}.jsonl`),
  )
  expect(await verifyChain(kept)).toMatchObject({ files: 3, last: { key: kept[2]?.key } })
  const archived = kept.flatMap(entriesIn)
  const log = [...(await day(at, '2026-11-21')), ...(await day(at, '2026-11-22'))]
  expect(archived.length).toBeGreaterThan(6)
  expect(archived).toEqual(log)
})

test('an hour is archived a quarter of an hour after its end, not before', async () => {
  expect(lastClosedHour('2026-11-21T16:14:59.999Z')).toBe('2026-11-21T14')
  expect(lastClosedHour('2026-11-21T16:15:00.000Z')).toBe('2026-11-21T15')
  expect(lastClosedHour('2027-01-01T00:20:00.000Z')).toBe('2026-12-31T23')
  const { at, archive, files } = await start()
  at.api.pass({ hours: 1, minutes: 14 })
  await archive()
  expect(await files()).toEqual([])
  at.api.pass({ minutes: 1 })
  await archive()
  expect(await files()).toHaveLength(1)
})

test('an entry whose id was stamped later than its instant is in the hour of its instant', async () => {
  const { at, archive, files } = await start()
  at.api.pass({ hours: 3 })
  await note(at, `${first}:59:59.999Z`)
  await archive()
  expect((await files()).flatMap(entriesIn).map(({ at: instant }) => instant)).toContain(`${first}:59:59.999Z`)
})

test('a run with nothing new changes nothing, and the next one goes on from the last file', async () => {
  const { at, archive, files } = await start()
  at.api.pass({ hours: 2 })
  await archive()
  const before = await files()
  expect(await archive()).toEqual([])
  expect(await files()).toEqual(before)
  await note(at, at.api.deps.now())
  at.api.pass({ days: 40 })
  expect(await archive()).toEqual([])
  const after = await files()
  expect(after.slice(0, before.length)).toEqual(before)
  expect(await verifyChain(after)).toMatchObject({ files: before.length + 1 })
  expect(await verifyChain(after)).not.toHaveProperty('broken')
})

test('two archivers at once write one chain', async () => {
  const { at, archive, files } = await start()
  for (const _ of [1, 2, 3, 4]) {
    await note(at, at.api.deps.now())
    at.api.pass({ hours: 5 })
  }
  expect(await Promise.all([archive(), archive(), archive()])).toEqual([[], [], []])
  expect(await verifyChain(await files())).toMatchObject({ files: 4 })
  expect(await verifyChain(await files())).not.toHaveProperty('broken')
})

test('a run that was cut short is carried through by the next', async () => {
  const { at, archive, deps, files } = await start()
  for (const _ of [1, 2, 3]) {
    await note(at, at.api.deps.now())
    at.api.pass({ hours: 2 })
  }
  const cut = new AbortController()
  const keep: ArchiveDeps['archive']['keep'] = async (file) => {
    cut.abort()
    return deps.archive.keep(file)
  }
  await expect(archive({ archive: { ...deps.archive, keep } }, cut.signal)).rejects.toThrow('aborted')
  expect(await files()).toHaveLength(1)
  expect(await archive()).toEqual([])
  expect(await verifyChain(await files())).toMatchObject({ files: 3 })
})

test('a file has the entries of its own centre only', async () => {
  const { at, archive, files } = await start()
  const other = await centre({ api: at.api })
  await withReferral(other)
  await withReferral(at)
  at.api.pass({ hours: 2 })
  await archive()
  const theirs = new Set((await day(other, '2026-11-21')).map(({ id }) => id))
  const archived = (await files()).flatMap(entriesIn)
  expect(archived.length).toBeGreaterThan(0)
  expect(archived.filter(({ id }) => theirs.has(id))).toEqual([])
})

test('what is in the archive stays as it is, whatever else would be written there', async () => {
  const { at, archive, deps, files } = await start()
  at.api.pass({ hours: 2 })
  await archive()
  const [kept] = await files()
  const [entry] = entriesIn(kept)
  const forged = makeArchiveFile({ centre: at.id, hour: first, previous: null }, entry ? [entry] : [])
  expect(forged.key).toBe(kept?.key)
  expect(await deps.archive.keep(forged)).toEqual(kept)
  expect(await files()).toEqual([kept])
})

test('an entry that comes too late, or is taken out of the log, is noticed; the chain goes on from what is kept', async () => {
  const late = await start()
  late.at.api.pass({ hours: 2 })
  await late.archive()
  const [kept] = await late.files()
  await note(late.at, `${first}:30:00.000Z`)
  expect(await late.archive()).toEqual([kept?.key])
  await note(late.at, late.at.api.deps.now())
  late.at.api.pass({ hours: 2 })
  expect(await late.archive()).toEqual([kept?.key])
  expect(await late.archive()).toEqual([])
  const files = await late.files()
  expect(files[0]).toEqual(kept)
  expect(await verifyChain(files)).toMatchObject({ files: 2 })

  const gone = await start()
  gone.at.api.pass({ hours: 2 })
  await gone.archive()
  const [whole] = await gone.files()
  for (const { id } of entriesIn(whole)) {
    const Key = { pk: `T#${gone.at.id}#DAY#2026-11-21`, sk: id }
    await gone.at.api.unenforced.database.documents.send(new DeleteCommand({ TableName: `${prefix}-audit`, Key }))
  }
  expect(await gone.archive()).toEqual([whole?.key])
})

test('an entry that comes too late for a file that is not the newest is noticed when the day is over', async () => {
  const { at, archive, files } = await start()
  for (const _ of [1, 2]) {
    await note(at, at.api.deps.now())
    at.api.pass({ hours: 2 })
  }
  expect(await archive()).toEqual([])
  const [kept, newest] = await files()
  await note(at, `${first}:30:00.000Z`)
  // An hour that had nothing, and so has no file.
  await note(at, '2026-11-21T16:30:00.000Z')
  expect(await archive()).toEqual([])
  at.api.pass({ days: 1 })
  await note(at, at.api.deps.now())
  at.api.pass({ hours: 2 })
  expect(await archive()).toEqual([kept?.key, kept?.key.replace('T15', 'T16')])
  expect(await archive()).toEqual([])
  const after = await files()
  expect(after.slice(0, 2)).toEqual([kept, newest])
  expect(await verifyChain(after)).toMatchObject({ files: 3 })
  expect(await verifyChain(after)).not.toHaveProperty('broken')
})

test('a file of an hour that is not over stops the archive of that centre', async () => {
  const { at, archive, deps } = await start()
  await deps.archive.keep(makeArchiveFile({ centre: at.id, hour: '2031-01-01T00', previous: null }, []))
  await expect(archive()).rejects.toThrow('ahead of the clock')
})

test('one centre’s trouble stops no other, and is told', async () => {
  const { at, deps, bucket, files } = await start()
  const other = await centre({ api: at.api })
  at.api.pass({ hours: 2 })
  const Key = `audit/${other.id}/2026/11/not-a-file`
  await bucket.client.send(new PutObjectCommand({ Bucket: bucket.name, Key, Body: 'x' }))
  const system = { centres: async () => [registered(other), registered(at)] }
  const run = archiveAll({ ...deps, system, now: at.api.deps.now }, AbortSignal.timeout(20_000))
  await expect(run).rejects.toThrow('of 1 audit logs')
  expect(await verifyChain(await files())).toMatchObject({ files: 1 })
})

/** A centre, and an archiver with a bucket of its own, under the policies of its role as it would be deployed. */
async function start() {
  const at = await centre()
  const name = 'rxc-audit'
  const queues = await startQueues({ queues: [], buckets: [name] })
  const bucket: Bucket = { client: new S3Client(bucketConfig(queues.endpoint)), name }
  onTestFinished(async () => {
    bucket.client.destroy()
    await queues.stop()
  })
  const environment = { TABLE_PREFIX: prefix, AUDIT_BUCKET: name, S3_ENDPOINT: queues.endpoint }
  const { database } = new Enforcer(inject('databaseEndpoint'), inject('roles')).waysOf('archive', '')
  const deps = makeArchiveDeps(environment, database)
  return {
    at,
    bucket,
    deps,
    archive: (given: Partial<ArchiveDeps> = {}, signal = AbortSignal.timeout(20_000)) => {
      const until = lastClosedHour(at.api.deps.now())
      return archiveCentre({ ...deps, ...given }, { centre: at.id, since: first, until, signal })
    },
    files: async () => {
      const files: ArchiveFile[] = []
      for await (const file of filesOf(bucket, at.id)) files.push(file)
      return files
    },
  }
}

/** Something in the log at an instant. */
async function note({ id, api }: TestCentre, now: string): Promise<void> {
  const found = await api.deps.system.findCentre(id)
  if (found === undefined) throw new Error('No centre.')
  const actor = { id: 'system', kind: 'system', roles: [] } as const
  const who = { actor, permissions: new Set<never>(), centre: found, locale: 'en' } as const
  const { store } = contextFor(api.deps, who, { requestId: 'request', purpose: 'test', now })
  await store.auditAccess({ access: 'export', client: undefined, information: ['client'] })
}

/** A day of the log, as the centre's admin reads it. */
async function day({ admin }: TestCentre, date: string): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for (let cursor = ''; ; ) {
    const path = `/v1/audit?day=${date}&limit=100${cursor && `&cursor=${cursor}`}`
    const page = await admin.must<{ items: AuditEntry[]; nextCursor?: string }>('GET', path)
    entries.push(...page.items)
    if (page.nextCursor === undefined) return entries
    cursor = page.nextCursor
  }
}

function entriesIn(file: ArchiveFile | undefined): AuditEntry[] {
  const [, ...lines] = Buffer.from(file?.bytes ?? [])
    .toString()
    .trimEnd()
    .split('\n')
  return lines.map((line) => JSON.parse(line))
}

function registered({ id }: TestCentre): RegisteredCentre {
  const onboarding = { registeredAt: `${first}:00:00.000Z` }
  return { id, name: { en: id, fr: id }, town: 'Guelph', zone: 'America/Toronto', status: 'active', onboarding }
}
