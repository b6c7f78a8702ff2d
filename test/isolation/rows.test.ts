import { beforeAll, expect, test } from 'vitest'
import type { Caller } from '../support/caller.ts'
import { withReferral } from '../support/centre.ts'
import { commandsOf } from '../support/commands.ts'
import { withActivity } from '../support/loop.ts'
import { fill, operationsOf, type RegisteredOperation } from '../support/operations.ts'
import { each } from './matrix.ts'
import { callerOf, kindOf, type Scene, scene } from './scene.ts'
import { holdersOf } from './table.ts'

/** What directives withhold is found out once a request: a long list costs no more reads than a short one. */
let here: Scene
const rows = 100

beforeAll(async () => {
  here = await scene()
  const { at, ids } = here
  const referral = ids.find((id) => kindOf(id) === 'referral')
  const many = Array.from({ length: rows })
  await Promise.all([
    each(many, async () => {
      await withReferral(at)
    }),
    each(many, async () => {
      await withActivity(at)
    }),
    inTurn(many, () =>
      at.navigator.must('POST', `/v1/referrals/${referral}/contacts`, {
        body: { channel: 'phone', result: 'no-answer' },
      }),
    ),
  ])
}, 60_000)

test('a list of a hundred rows is read with as many commands as a list of one', async () => {
  const lists = operationsOf(here.at.api).filter(({ query }) => query.some(({ name }) => name === 'limit'))
  const long: string[] = []
  for (const list of lists) {
    const caller = callerOf(here, holdersOf(list.permission)[0] ?? 'navigator')
    const one = await cost(caller, list, 1)
    const all = await cost(caller, list, rows)
    expect(all.commands, `${list.method} ${list.path}`).toBeLessThanOrEqual(one.commands + 1)
    if (all.found === rows) long.push(list.id)
  }
  expect(long).toEqual(
    expect.arrayContaining([
      'listReferrals',
      'searchClients',
      'listTasks',
      'listContacts',
      'getClientTimeline',
      'listActivities',
    ]),
  )
})

/** One after another: each contact changes the referral. */
async function inTurn(items: readonly unknown[], act: () => Promise<unknown>): Promise<void> {
  for (const _ of items) await act()
}

/** Queries that a list must have, to be long. */
const asked: Readonly<Record<string, string>> = {
  listReferrals: '&status=requested',
  listTasks: '&assignee=unassigned',
}

async function cost(caller: Caller, { id, method, path, example }: RegisteredOperation, limit: number) {
  let found = 0
  const commands = await commandsOf(here.at, async () => {
    const address = `${fill(path, here.ids)}?limit=${limit}${asked[id] ?? ''}`
    const { status, body } = await caller.send<{ items?: unknown[] }>(method, address, { body: example })
    if (id !== 'listAudit') expect([id, status]).toEqual([id, 200])
    found = body.items?.length ?? 0
  })
  return { commands: commands.length, found }
}
