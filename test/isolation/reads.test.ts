import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { contextFor } from '../../functions/api/deps.ts'
import { Client } from '../../shared/clients/schema.ts'
import { permissionsOfRoles } from '../../shared/core/permissions.ts'
import { TenantStore } from '../../shared/db/store.ts'
import type { Caller } from '../support/caller.ts'
import { centre, type TestCentre, withClient } from '../support/centre.ts'

/** Every way of reading that the store has is one through the shield of directives. */

const key = 'asked-before'
let at: TestCentre
let client: Client

beforeAll(async () => {
  at = await centre()
  client = await withClient(at)
  const body = { scope: { kind: 'record' }, against: { kind: 'person', staff: at.colleague.id } }
  for (const person of [at.colleague, at.navigator]) {
    await person.must('PATCH', `/v1/clients/${client.id}`, {
      body: { town: 'Elora' },
      ifMatch: person === at.colleague ? 1 : 2,
      headers: { 'Idempotency-Key': key },
    })
  }
  await at.navigator.must('POST', `/v1/clients/${client.id}/directives`, { body })
})

/** Reads of something about the client, by the store's method: what each gives back. */
const reads: Readonly<Record<string, (store: TenantStore) => Promise<unknown>>> = {
  get: (store) => store.get(Client, client.id).catch(() => undefined),
  find: (store) => store.find(Client, client.id),
  findMany: async (store) => (await store.findMany(Client, [client.id]))[0],
  query: async (store) => (await store.query({ index: 'client', partition: `CLIENT#${client.id}` })).items[0],
  queryAll: async (store) => (await store.queryAll({ index: 'client', partition: `CLIENT#${client.id}` }))[0],
  timeline: async (store) => (await store.timeline(Client as never, client.id)).items[0],
  firstAnswer: (store) => store.firstAnswer(key),
}

/** What gives back nothing that is stored: what else the store has to be asked is in `reads`. */
const others = [
  'constructor',
  'asCustodian',
  'isIncomplete',
  // A part of a list that the caller has already.
  'page',
  'refuseRepeat',
  'withholds',
  'withheldOf',
  'commit',
  'audit',
  'auditAccess',
  'dispose',
  'disposeAnswers',
]

test('each public method of the store is known here as a read, or as none', () => {
  const methods = Object.getOwnPropertyNames(TenantStore.prototype)
  expect(methods.toSorted()).toEqual([...Object.keys(reads), ...others].toSorted())
})

describe.each(Object.entries(reads))('%s', (_, read) => {
  test('gives nothing of what is withheld, and says that something is missing', async () => {
    const store = storeOf(at.colleague)
    expect(await read(store)).toBeUndefined()
    expect(store.isIncomplete).toBe(true)
  })

  test('gives it to whoever it is not withheld from', async () => {
    const store = storeOf(at.navigator)
    expect(await read(store)).toBeDefined()
    expect(store.isIncomplete).toBe(false)
  })
})

describe('in the code', () => {
  /** What may look behind directives: to carry out a client's word, or the custodian's own duty, on all that is on file. */
  const custodians = {
    'shared/referrals/hand-over.ts': 'the prescriptions of a referral go with it to its next navigator',
    'shared/referrals/take-back.ts': 'a step that something rests on stands',
    'shared/messages/take-back.ts': 'nobody is told of a step that was taken back',
    'shared/prescriptions/retract.ts': 'the figures and what was told go with what they rest on',
    'shared/consents/withdraw.ts': 'what a withdrawn consent unshares',
    'shared/clients/merge.ts': 'what hangs on a record goes with it',
    'shared/tasks/out-of-sight.ts': 'a hand-off that its assignee may not see any more goes to others',
    'shared/disposals/dispose.ts': 'a record whose time is over goes as a whole',
    'shared/disposals/remove.ts': 'the same',
    'shared/prescriptions/inbox.ts': 'whether the consent stands on which a partner sees something',
    'shared/records/disclose.ts': 'the client’s own right of access is to everything',
    'shared/records/whole.ts': 'the same',
    'shared/retention/due.ts': 'how long a record is kept follows from all of it',
    'shared/retention/last-entry.ts': 'the same',
    'shared/retention/looked.ts': 'the same',
  }

  test('only these look behind directives', async () => {
    expect(await filesWith('.asCustodian()')).toEqual(Object.keys(custodians).toSorted())
  })

  test('stores are made where a request, a record or a seed gets its tenant, and nowhere else', async () => {
    expect(await filesWith('new TenantStore(')).toEqual([
      'functions/admin/within.ts',
      'functions/api/deps.ts',
      'functions/worker/deps.ts',
      'functions/worker/on-offboard.ts',
      'infra/local/seed/stage.ts',
      'shared/db/store.ts',
    ])
  })

  test('a tenant’s tables are reached through its store, or for its archive and its leaving', async () => {
    expect(await filesWith('new TenantTables(')).toEqual([
      'shared/db/audit-log.ts',
      'shared/db/holdings.ts',
      'shared/db/store.ts',
    ])
  })
})

/** The store as one person's request has it. */
function storeOf({ id }: Caller): TenantStore {
  const { centre } = at.context()
  const actor = { id, kind: 'person', roles: ['navigator'] } as const
  const who = { actor, permissions: permissionsOfRoles(['navigator']), centre, locale: 'en' } as const
  return contextFor(at.api.deps, who, { requestId: 'request', purpose: 'test', now: at.api.deps.now() }).store
}

/** Source files that a text is in. */
async function filesWith(text: string): Promise<string[]> {
  const folders = await Promise.all(
    ['functions', 'shared', 'infra'].map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  )
  const files = folders.flat().filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  const paths = files.map(({ parentPath, name }) => join(parentPath, name))
  const found = await Promise.all(
    paths.map(async (path) => ((await readFile(path, 'utf8')).includes(text) ? [path] : [])),
  )
  return found.flat().toSorted()
}
