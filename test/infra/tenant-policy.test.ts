import { beforeAll, expect, test } from 'vitest'
import { prefix, region } from '../../infra/place.ts'
import { type TableName, tables } from '../../shared/db/tables.ts'
import { account, synthesise } from '../support/cloud.ts'
import { type DeployedRole, roleNamed, trusts } from '../support/iam.ts'

/** The policy of the synthesised stacks, as IAM would read it. */
let role: DeployedRole
let roles: Record<'api' | 'events' | 'outbox' | 'admin', DeployedRole>

beforeAll(async () => {
  const cloud = await synthesise()
  role = roleNamed(cloud, `${prefix}-tenant-data`)
  roles = {
    api: roleNamed(cloud, `${prefix}-api`),
    events: roleNamed(cloud, `${prefix}-events`),
    outbox: roleNamed(cloud, `${prefix}-outbox`),
    admin: roleNamed(cloud, `${prefix}-admin`),
  }
})

const table = (name: TableName) => `arn:aws:dynamodb:${region}:${account}:table/${prefix}-${name}`
const index = (name: TableName, of: string) => `${table(name)}/index/${of}`
const can = (action: string, resource: string, keys?: readonly string[], tenant: string | undefined = 'ab') =>
  role.allows({ action: `dynamodb:${action}`, resource, ...(keys && { keys }), ...(tenant && { tenant }) })

const itemActions = ['GetItem', 'BatchGetItem', 'ConditionCheckItem', 'PutItem', 'DeleteItem', 'Query']

test.each(itemActions)('a centre may %s what is its own, and not what is another’s', async (action) => {
  expect(await can(action, table('care'), ['T#ab#CLIENT#client_1'])).toBe(true)
  expect(await can(action, table('care'), ['T#cd#CLIENT#client_1'])).toBe(false)
})

test('a centre whose id begins another’s id reads nothing of the other', async () => {
  expect(await can('GetItem', table('care'), ['T#abc#CLIENT#client_1'])).toBe(false)
  expect(await can('GetItem', table('care'), ['T#ab#CLIENT#client_1'], 'abc')).toBe(false)
  expect(await can('Query', index('care', 'list'), ['T#abc#REFERRALS#requested'])).toBe(false)
})

test('one foreign key spoils a batch or a transaction', async () => {
  const mixed = ['T#ab#CLIENT#client_1', 'T#cd#CLIENT#client_2']
  expect(await can('BatchGetItem', table('care'), ['T#ab#CLIENT#client_1', 'T#ab#CLIENT#client_2'])).toBe(true)
  for (const action of ['BatchGetItem', 'PutItem', 'ConditionCheckItem']) {
    expect(await can(action, table('care'), mixed)).toBe(false)
  }
})

test('every index answers for one’s own partition only', async () => {
  for (const [name, { indexes }] of Object.entries(tables)) {
    for (const of of indexes) {
      expect(await can('Query', index(name as TableName, of), ['T#ab#ANY'])).toBe(true)
      expect(await can('Query', index(name as TableName, of), ['T#cd#ANY'])).toBe(false)
    }
  }
})

test('an index that is not listed cannot be read', async () => {
  expect(await can('Query', index('care', 'someday'), ['T#ab#ANY'])).toBe(false)
})

test('whatever names no key is refused: scans, PartiQL, exports', async () => {
  for (const name of Object.keys(tables) as TableName[]) {
    expect(await can('Scan', table(name))).toBe(false)
    for (const action of ['PartiQLSelect', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete']) {
      expect(await can(action, table(name), ['T#ab#CLIENT#client_1'])).toBe(false)
      expect(await can(action, table(name))).toBe(false)
    }
    for (const action of [...itemActions, 'ExportTableToPointInTime']) {
      expect(await can(action, table(name))).toBe(false)
    }
  }
})

test('a session without the tag reaches nothing, whatever key it asks for', async () => {
  const attempts = ['T#ab#CLIENT#client_1', 'T##CLIENT#client_1', `T#\${aws:PrincipalTag/tenant}#CLIENT#client_1`]
  for (const key of attempts) {
    const asked = { action: 'dynamodb:GetItem', resource: table('care'), keys: [key] }
    expect(await role.allows(asked)).toBe(false)
  }
})

test('the audit log is added to and read, never changed or emptied', async () => {
  const own = ['T#ab#DAY#2026-11-21']
  expect(await can('PutItem', table('audit'), own)).toBe(true)
  expect(await can('Query', table('audit'), own)).toBe(true)
  expect(await can('PutItem', table('audit'), ['T#cd#DAY#2026-11-21'])).toBe(false)
  for (const action of ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'GetItem', 'UpdateTimeToLive', 'DeleteTable']) {
    expect(await can(action, table('audit'), own)).toBe(false)
  }
})

test('nothing is ever updated in place', async () => {
  for (const name of Object.keys(tables) as TableName[]) {
    expect(await can('UpdateItem', table(name), ['T#ab#CLIENT#client_1'])).toBe(false)
  }
})

test('the commons of the catalogue are read by all, and only the counts of places written', async () => {
  const places = ['T#provincial#PLACES#activity_1']
  const activity = ['T#provincial#ACTIVITY#activity_1']
  expect(await can('GetItem', table('catalogue'), activity)).toBe(true)
  expect(await can('Query', index('catalogue', 'list'), ['T#provincial#ACTIVITIES'])).toBe(true)
  expect(await can('PutItem', table('catalogue'), places)).toBe(true)
  expect(await can('PutItem', table('catalogue'), activity)).toBe(false)
  expect(await can('DeleteItem', table('catalogue'), places)).toBe(false)
  expect(await can('PutItem', table('catalogue'), ['T#provincial#PLACESX#1'])).toBe(false)
  for (const other of ['care', 'platform', 'insights', 'audit'] as const) {
    expect(await can('GetItem', table(other), places)).toBe(false)
    expect(await can('PutItem', table(other), places)).toBe(false)
  }
})

test('a centre reads its figures and cannot write them', async () => {
  const own = ['T#ab#COHORT#2026-11']
  expect(await can('BatchGetItem', table('insights'), own)).toBe(true)
  expect(await can('BatchGetItem', table('insights'), ['T#cd#COHORT#2026-11'])).toBe(false)
  expect(await can('PutItem', table('insights'), own)).toBe(false)
})

test('what belongs to no centre is out of reach: people, sessions, the registry', async () => {
  for (const key of ['PERSON#sub', 'SESSION#digest', 'CENTRES']) {
    for (const action of itemActions) expect(await can(action, table('platform'), [key])).toBe(false)
  }
})

test('the role is taken on for one centre, named by the tag, by the functions that serve centres', async () => {
  for (const by of [roles.api, roles.events, roles.outbox]) {
    expect(await trusts(role, by, { tenant: 'ab' })).toBe(true)
    expect(await trusts(role, by, {})).toBe(false)
    expect(await trusts(role, by, { tenant: '' })).toBe(false)
    expect(await trusts(role, by, { tenant: 'provincial' })).toBe(false)
    expect(await trusts(role, by, { tenant: 'ab', other: 'x' })).toBe(false)
  }
  expect(await trusts(role, roles.admin, { tenant: 'ab' })).toBe(false)
})
