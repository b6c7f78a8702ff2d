import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { makeOffboardDeps, type OffboardDeps } from '../../functions/worker/offboard-deps.ts'
import { offboardAll } from '../../functions/worker/on-offboard.ts'
import { targetInBucket } from '../../functions/worker/targets.ts'
import { bucketConfig, startQueues } from '../../infra/local/queues.ts'
import { prefix } from '../../infra/place.ts'
import type { Activity } from '../../shared/activities/schema.ts'
import { Places } from '../../shared/activities/schema.ts'
import { change } from '../../shared/db/event.ts'
import { type Entity, type Kind, partitionOf } from '../../shared/db/kind.ts'
import { SystemStore } from '../../shared/db/system-store.ts'
import { Goal } from '../../shared/goals/schema.ts'
import { deriving } from '../../shared/offboarding/deriving.ts'
import type { Offboarding } from '../../shared/offboarding/schema.ts'
import { linesIn } from '../../shared/offboarding/target.ts'
import type { Prescription } from '../../shared/prescriptions/schema.ts'
import { scene } from '../isolation/scene.ts'
import { allianceCaller } from '../support/alliance.ts'
import { testApi } from '../support/api.ts'
import { centre, type TestCentre, withCaseload } from '../support/centre.ts'
import { synthesise } from '../support/cloud.ts'
import { Enforcer } from '../support/enforcer.ts'
import { roleNamed } from '../support/iam.ts'
import { withActivity, withPartner, withRequest } from '../support/loop.ts'
import { settled } from '../support/settled.ts'
import { allStored } from '../support/stored.ts'

const problem = (code: string) => ({ type: `urn:rx-community:problem:${code}` })

type Item = Record<string, unknown> & { readonly pk: string }

/** A centre of the registry, and the function that lets it go, under the policies of its role. */
async function leaving(at: TestCentre) {
  await at.api.unenforced.system.registerCentre({
    id: at.id,
    name: { en: 'Maple Test CHC', fr: 'CSC Érable d’essai' },
    town: 'Guelph',
    zone: 'America/Toronto',
    status: 'active',
    onboarding: { registeredAt: '2026-11-21T15:00:00.000Z' },
  })
  const directory = await mkdtemp(join(tmpdir(), 'rxc-exports-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const ways = new Enforcer(inject('databaseEndpoint'), inject('roles')).waysOf('offboard', '')
  const environment = { RXC_ENV: 'test', TABLE_PREFIX: prefix, EXPORTS: directory }
  const all: OffboardDeps = { ...makeOffboardDeps(environment, ways), now: at.api.deps.now }
  const system = new OneOfMany(ways.database, at.id)
  const deps = { ...all, system }
  const begin = async () => {
    const begun = await at.admin.must<Offboarding>('POST', '/v1/centre/offboarding', { body: { confirm: at.id } })
    // The clock is told that time passes; the worker needs it.
    await settled(at)
    return begun
  }
  const run = (given: Partial<OffboardDeps> = {}, signal = AbortSignal.timeout(60_000)) =>
    offboardAll({ ...deps, ...given }, signal)
  const state = () => system.findOffboarding(at.id)
  const files = async (folder: string) => {
    const names = (await readdir(join(directory, folder))).sort()
    return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(directory, folder, name)) })))
  }
  return { directory, deps, begin, run, state, files }
}

/** Of the registry that all tests share, one centre only. */
class OneOfMany extends SystemStore {
  readonly #id: string

  constructor(database: OffboardDeps['database'], id: string) {
    super(database)
    this.#id = id
  }

  override async centres() {
    return (await super.centres()).filter(({ id }) => id === this.#id)
  }
}

/** Every item of the engine that says anything of a centre, whatever the table and whoever holds it. */
async function itemsOf(at: TestCentre): Promise<{ table: string; item: Item }[]> {
  const theirs = (await allStored()).filter(({ text }) => text.includes(at.id))
  return theirs.map(({ table, item }) => ({ table, item: unmarshall(item) as Item }))
}

const isKept = (at: TestCentre) => {
  const certificate = `T#${at.id}#OFFBOARDING#${at.id}`
  return ({ table, item }: { table: string; item: Item }) =>
    table === 'audit' || item.pk === certificate || (item.pk === 'CENTRES' && item.sk === at.id)
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a centre that leaves', () => {
  test('takes all of it away in files that hold, and leaves nothing but its certificate and its audit log', async () => {
    const api = await testApi()
    const everything = await scene(api)
    const { at } = everything
    for (const { id, version } of await standingHolds(everything)) {
      await at.admin.must('POST', `/v1/holds/${id}/lift`, { body: { reason: 'Over.' }, ifMatch: version })
    }
    // What no operation shows: an answer that was kept, a browser that is signed in.
    await at.navigator.must('POST', '/v1/clients', {
      body: { names: { given: 'Fawn', family: 'Fiction' }, locale: 'en' },
      headers: { 'Idempotency-Key': 'EVENT#1' },
    })
    await api.unenforced.system.saveSession({
      digest: sha256(Buffer.from(at.id)),
      person: { subject: at.navigator.id, tenant: at.id, staff: at.navigator.id },
      createdAt: '2026-11-21T15:00:00.000Z',
      seenAt: '2026-11-21T15:00:00.000Z',
      expires: Date.parse('2027-01-01') / 1000,
    })
    await settled(at)
    const { begin, run, state, files } = await leaving(at)
    const before = await itemsOf(at)
    const begun = await begin()
    expect(begun).toMatchObject({ status: 'closing', requestedBy: at.admin.id })
    const kept = before.map(({ item }) => item.pk)
    expect(kept).toEqual(
      expect.arrayContaining([expect.stringContaining('IDEMPOTENCY#'), expect.stringMatching(/^SESSION#/)]),
    )
    api.pass({ minutes: 3 })
    await run()
    const certificate = await state()
    expect(certificate).toMatchObject({ status: 'completed', completedAt: expect.any(String) })

    // The files hold, and the manifest says so.
    const exported = await files(begun.folder)
    const manifest = exported.find(({ name }) => name === 'manifest.json')
    expect(sha256(manifest?.bytes ?? new Uint8Array())).toBe(certificate?.manifest)
    const listed = JSON.parse(String(manifest?.bytes)) as { files: Offboarding['files']; counts: object }
    expect(exported.map(({ name }) => name)).toEqual([...listed.files.map(({ name }) => name), 'manifest.json'].sort())
    const lines = exported
      .filter(({ name }) => name !== 'manifest.json')
      .flatMap(({ name, bytes }) => {
        const said = listed.files.find((file) => file.name === name)
        expect(said).toEqual({ name, lines: linesIn(bytes).length, bytes: bytes.length, sha256: sha256(bytes) })
        return linesIn(bytes)
      })
    const counted = Object.fromEntries(
      [...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
    )
    expect(listed.counts).toEqual(counted)
    expect(certificate?.counts).toEqual(counted)

    // Every entity and event that there was is in them.
    const known = new Set(lines.map(({ kind, data }) => `${kind} ${data.id}`))
    const owned = before.filter(({ item }) => item.pk.startsWith(`T#${at.id}#`))
    const snapshots = owned.filter(({ item }) => item.sk === 'ENTITY' && !item.pk.includes('#FOLDED#'))
    const events = owned.filter(({ item }) => String(item.sk).startsWith('EVENT#'))
    for (const { item } of snapshots) expect(known).toContain(`${item.kind} ${(item.data as Entity).id}`)
    for (const { item } of events) expect(known).toContain(`event ${(item.data as Entity).id}`)
    expect(snapshots.length).toBeGreaterThan(40)
    for (const { table, item } of owned.filter((one) => one.table === 'audit')) {
      expect(known, table).toContain(`audit ${(item.data as Entity).id}`)
    }

    // No secret is.
    for (const { kind, data } of lines) {
      if (kind === 'key') expect(data).not.toHaveProperty('digest')
      if (kind === 'staff') expect(data).not.toHaveProperty('subject')
    }
    expect(Object.keys(counted)).toEqual(expect.arrayContaining(['key', 'staff']))

    // And nothing is left.
    const left = (await itemsOf(at)).filter((one) => !isKept(at)(one))
    expect(left.map(({ table, item }) => `${table} ${item.pk} ${item.sk}`)).toEqual([])
    const person = await api.deps.system.findPerson(at.navigator.id)
    expect(person).toBeUndefined()
  }, 120_000)

  test('shuts its doors within 60 seconds, but for an administrator who looks how far it is', async () => {
    const at = await centre()
    const partner = await withPartner(at)
    const { begin, run, state } = await leaving(at)
    await begin()
    at.api.pass({ seconds: 60 })
    const answers = await Promise.all([at.navigator.get('/v1/me'), partner.caller.get('/v1/me')])
    expect(answers.map(({ status }) => status)).toEqual([401, 401])
    const refused = await at.admin.patch('/v1/centre/settings', { firstContactDays: 3 }, { ifMatch: 2 })
    expect(refused).toMatchObject({ status: 403, body: { permission: 'centre:write' } })
    expect(await at.admin.get('/v1/centre/offboarding')).toMatchObject({ status: 200, body: { status: 'closing' } })
    // What was under way comes to rest first.
    await run()
    expect(await state()).toMatchObject({ status: 'closing', files: [] })
    const alliance = await allianceCaller(at.api, 'alliance-admin')
    expect(await alliance.get(`/v1/admin/centres/${at.id}`)).toMatchObject({ body: { status: 'leaving' } })
    for (const verb of ['suspend', 'resume']) {
      const asked = await alliance.post(
        `/v1/admin/centres/${at.id}/${verb}`,
        verb === 'suspend' ? { reason: 'x' } : undefined,
      )
      expect(asked).toMatchObject({ status: 409, body: problem('offboarding-begun') })
    }
    expect(await at.admin.post('/v1/centre/offboarding', { confirm: at.id })).toMatchObject({ status: 409 })
  })

  test('goes on from where it was cut short, step by step, and ends in the same files', async () => {
    const at = await centre()
    await withCaseload(at)
    const { begin, run, deps, state, files } = await leaving(at)
    const { folder } = await begin()
    at.api.pass({ minutes: 3 })
    const { target } = deps
    let [calls, cuts] = [0, 0]
    // Breaks off at every third file that is written or read, once each.
    const broken = new Set<string>()
    const cut = <R>(what: string, then: () => Promise<R>): Promise<R> => {
      calls += 1
      if (calls % 3 !== 0 || broken.has(what)) return then()
      broken.add(what)
      cuts += 1
      return Promise.reject(new Error('Cut short.'))
    }
    const flaky: OffboardDeps['target'] = {
      put: (name, bytes) => cut(`put ${name}`, () => target.put(name, bytes)),
      get: (name) => cut(`get ${name}`, () => target.get(name)),
    }
    for (let round = 0; round < 60 && (await state())?.status !== 'completed'; round += 1) {
      await run({ target: flaky }).catch(() => {})
    }
    expect(cuts).toBeGreaterThan(5)
    const certificate = await state()
    expect(certificate?.status).toBe('completed')
    for (const { name, bytes } of await files(folder)) {
      const said = certificate?.files.find((file) => file.name === name)
      if (said) expect(sha256(bytes)).toBe(said.sha256)
    }
    expect((await itemsOf(at)).filter((one) => !isKept(at)(one))).toEqual([])
  }, 60_000)

  test('loses nothing to a file that does not hold: it is written again before anything goes', async () => {
    const at = await centre()
    await withCaseload(at)
    const { begin, run, deps, state, directory } = await leaving(at)
    const { folder } = await begin()
    at.api.pass({ minutes: 3 })
    let spoilt = 0
    const target: OffboardDeps['target'] = {
      ...deps.target,
      async get(name) {
        // Somebody altered a byte after it was written.
        if (name.endsWith('platform.jsonl') && spoilt === 0) {
          spoilt += 1
          const path = join(directory, folder, 'platform.jsonl')
          await writeFile(path, String(await readFile(path)).replace('navigator', 'navigatox'))
        }
        return deps.target.get(name)
      },
    }
    await run({ target })
    expect(spoilt).toBe(1)
    expect((await state())?.status).toBe('completed')
    const kept = await readFile(join(directory, folder, 'platform.jsonl'))
    expect(String(kept)).not.toContain('navigatox')
  }, 60_000)

  test('disposes of nothing that is not in a file: what came later goes into another first', async () => {
    const at = await centre()
    const { referral } = await withCaseload(at)
    const goal = await at.navigator.must<Goal>('POST', `/v1/referrals/${referral.id}/goals`, {
      body: { words: 'Sing.' },
    })
    const { begin, run, deps, state, files } = await leaving(at)
    const { folder } = await begin()
    at.api.pass({ minutes: 3 })
    const target: OffboardDeps['target'] = {
      ...deps.target,
      async put(name, bytes) {
        await deps.target.put(name, bytes)
        if (!name.endsWith('manifest.json') || goalChanged) return
        goalChanged = true
        const { store } = at.context()
        const now = await store.get(Goal, goal.id)
        await store.commit([change(Goal, now, { ...now, words: 'Sing again.', version: now.version + 1 }, 'updated')])
      },
    }
    let goalChanged = false
    await run({ target })
    const certificate = await state()
    expect(certificate?.status).toBe('completed')
    const later = certificate?.files.filter(({ name }) => name.includes('.later-'))
    expect(later).toHaveLength(1)
    const written = (await files(folder)).find(({ name }) => name === later?.[0]?.name)
    expect(linesIn(written?.bytes ?? new Uint8Array()).map(({ kind, data }) => [kind, data.words])).toEqual(
      expect.arrayContaining([['goal', 'Sing again.']]),
    )
    expect((await itemsOf(at)).filter((one) => !isKept(at)(one))).toEqual([])
  }, 60_000)

  test('stays, with its doors open and nothing disposed of, while a legal hold stands', async () => {
    const at = await centre()
    const { client } = await withCaseload(at)
    await at.admin.must('POST', `/v1/clients/${client.id}/holds`, { body: { reason: 'A claim was announced.' } })
    const { directory, begin, run, state } = await leaving(at)
    await begin()
    at.api.pass({ minutes: 3 })
    await run()
    expect(await state()).toMatchObject({ status: 'stopped', holds: 1, files: [], disposed: [] })
    expect(await readdir(directory)).toEqual([])
    at.api.pass({ minutes: 1 })
    expect(await at.navigator.get(`/v1/clients/${client.id}`)).toMatchObject({ status: 200 })
    expect(await at.admin.get('/v1/centre/offboarding')).toMatchObject({ body: { status: 'stopped' } })
    const { items } = await at.admin.must<{ items: { id: string; version: number }[] }>(
      'GET',
      `/v1/clients/${client.id}/holds`,
    )
    await at.admin.must('POST', `/v1/holds/${items[0]?.id}/lift`, { body: { reason: 'Withdrawn.' }, ifMatch: 1 })
    expect(await begin()).toMatchObject({ status: 'closing', files: [] })
    at.api.pass({ minutes: 3 })
    await run()
    expect(await state()).toMatchObject({ status: 'completed' })
  }, 60_000)

  test('gives back the places that it held elsewhere, each once, to whoever is next', async () => {
    const api = await testApi()
    const [at, host] = await Promise.all([centre({ api }), centre({ api })])
    const activity: Activity = await withActivity(host, {
      capacity: 1,
      visibility: { kind: 'shared', centres: [at.id] },
    })
    const held = await withRequest(at, activity)
    const waiting = await withRequest(host, activity, true)
    expect(await host.navigator.must<Prescription>('GET', `/v1/prescriptions/${waiting.id}`)).toMatchObject({
      status: 'on-hold',
    })
    const { begin, run, state } = await leaving(at)
    await begin()
    api.pass({ minutes: 3 })
    await run()
    expect(await state()).toMatchObject({ status: 'completed' })
    expect(held.status).toBe('requested')
    expect(await host.navigator.must<Prescription>('GET', `/v1/prescriptions/${waiting.id}`)).toMatchObject({
      status: 'accepted',
    })
    expect(await host.context().store.get(Places, activity.id)).toMatchObject({ taken: 1, waiting: [] })
  }, 60_000)

  test('takes the counts of its own activities along: who took part elsewhere ends that without one', async () => {
    const api = await testApi()
    const [at, elsewhere] = [await centre({ api }), await centre({ api })]
    const activity = await withActivity(at, { capacity: 3, visibility: { kind: 'shared', centres: [elsewhere.id] } })
    const prescription = await withRequest(elsewhere, activity)
    const { begin, run, state } = await leaving(at)
    await begin()
    api.pass({ minutes: 3 })
    await run()
    expect((await state())?.status).toBe('completed')
    await elsewhere.navigator.must('POST', `/v1/prescriptions/${prescription.id}/cancel`, {
      body: { reason: { code: 'other', words: 'It is no longer there.' } },
      ifMatch: prescription.version,
    })
    expect(await elsewhere.context().store.find(Places, activity.id)).toBeUndefined()
  })

  test('has its certificate with the Alliance, and its id is nobody else’s ever after', async () => {
    const at = await centre()
    const { begin, run } = await leaving(at)
    await begin()
    at.api.pass({ minutes: 3 })
    await run()
    const alliance = await allianceCaller(at.api, 'alliance-admin')
    expect(await alliance.get(`/v1/admin/centres/${at.id}/offboarding`)).toMatchObject({
      status: 200,
      body: { status: 'completed', counts: { staff: 6, centre: 1 }, manifest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect(await alliance.get(`/v1/admin/centres/${at.id}`)).toMatchObject({ body: { status: 'offboarded' } })
    const body = {
      id: at.id,
      name: { en: 'Again', fr: 'Encore' },
      town: 'Guelph',
      zone: 'America/Toronto',
      phone: '519-555-0100',
      position: { latitude: 43.54, longitude: -80.25 },
      kinds: [],
      locale: 'en',
      admin: { name: 'Fable Sample', email: `${at.id}@example.org`, locale: 'en' },
    }
    expect(await alliance.post('/v1/admin/centres', body)).toMatchObject({
      status: 409,
      body: problem('centre-exists'),
    })
    at.api.pass({ minutes: 1 })
    expect(await at.admin.get('/v1/me')).toMatchObject({ status: 401 })
  }, 60_000)
})

describe('leaving', () => {
  test('takes the files to a bucket as to a folder', async () => {
    const at = await centre()
    const { begin, run, state } = await leaving(at)
    const { folder } = await begin()
    const queues = await startQueues({ queues: [], buckets: ['exports'] })
    const client = new S3Client(bucketConfig(queues.endpoint))
    onTestFinished(async () => {
      client.destroy()
      await queues.stop()
    })
    at.api.pass({ minutes: 3 })
    const target = targetInBucket(client, 'exports')
    await run({ target })
    const certificate = await state()
    expect(certificate).toMatchObject({ status: 'completed' })
    expect(sha256(await target.get(`${folder}/manifest.json`))).toBe(certificate?.manifest)
    await expect(target.get(`${folder}/nothing.jsonl`)).rejects.toThrow()
  }, 60_000)

  test('takes the centre’s id, typed out, by an administrator', async () => {
    const at = await centre()
    const wrong = await at.admin.post('/v1/centre/offboarding', { confirm: 'another' })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/confirm', code: 'confirm-centre' }] } })
    for (const person of [at.navigator, at.evaluator, at.prescriber, at.champion]) {
      const refused = await person.post('/v1/centre/offboarding', { confirm: at.id })
      expect(refused).toMatchObject({ status: 403, body: { permission: 'centre:offboard' } })
    }
    expect(await at.admin.get('/v1/centre/offboarding')).toMatchObject({ status: 404 })
    expect(await at.navigator.get('/v1/me')).toMatchObject({ status: 200 })
  })
})

describe('whatever kinds there are', async () => {
  const root = new URL('../../shared/', import.meta.url).pathname
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.ts'))
  const modules = await Promise.all(names.map((name) => import(join(root, name)) as Promise<object>))
  const kinds = [...new Set(modules.flatMap((module): unknown[] => Object.values(module)))].filter(isKind)

  test('the copies that they leave elsewhere are known', () => {
    const known = deriving.map(({ name }) => name)
    const leaving = kinds.filter(({ derived }) => derived !== undefined).map(({ name }) => name)
    expect([...new Set(leaving)].sort()).toEqual([...known].sort())
  })

  test('those of the platform may be removed by the function that lets a centre go, and by no other', async () => {
    const cloud = await synthesise()
    const platform = kinds.filter(
      ({ table, name }) => table === 'platform' && !['tenancy', 'offboarding'].includes(name),
    )
    expect(platform.length).toBeGreaterThan(3)
    for (const kind of platform) {
      for (const name of ['api', 'admin', 'events', 'outbox', 'archive', 'offboard', 'tenant-data']) {
        const allowed = await roleNamed(cloud, `${prefix}-${name}`).allows({
          action: 'dynamodb:DeleteItem',
          resource: `arn:aws:dynamodb:ca-central-1:123456789012:table/${prefix}-platform`,
          keys: [`T#ab#${partitionOf(kind, 'x')}`],
          tenant: 'ab',
        })
        expect(allowed, `${name} ${kind.name}`).toBe(name === 'offboard')
      }
    }
  })
})

function isKind(value: unknown): value is Kind<Entity> {
  return typeof value === 'object' && value !== null && 'table' in value && 'name' in value
}

async function standingHolds({ at, ids }: Awaited<ReturnType<typeof scene>>) {
  const holds = ids.filter((id) => id.startsWith('hold_'))
  return Promise.all(holds.map((id) => at.admin.must<{ id: string; version: number }>('GET', `/v1/holds/${id}`)))
}
