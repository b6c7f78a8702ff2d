import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import {
  BatchExecuteStatementCommand,
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  ExecuteStatementCommand,
  ExecuteTransactionCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { prefix } from '../../infra/place.ts'
import type { StoreScope } from '../../shared/db/commit.ts'
import { TenantStore } from '../../shared/db/store.ts'
import { keyAttributes, type TableName, tables } from '../../shared/db/tables.ts'
import { type TestApi, testApi } from '../support/api.ts'
import { centre, withReferral } from '../support/centre.ts'
import { deployed, list } from '../support/iam.ts'

/** The ways in which others' isolation of tenants was got round, each tried with a session of the deployed role. */
let api: TestApi
let own: DynamoDBDocumentClient

const care = `${prefix}-care`
const mine = { pk: 'T#guelph#CLIENT#client_1', sk: 'ENTITY' }
const theirs = { pk: 'T#rexdale#CLIENT#client_2', sk: 'ENTITY' }
const names = Object.keys(tables) as TableName[]

beforeAll(async () => {
  api = await testApi()
  own = api.deps.databaseOf('guelph').documents
  const put = (Item: object) => api.unenforced.database.documents.send(new PutCommand({ TableName: care, Item }))
  await Promise.all([put({ ...mine, data: { town: 'Guelph' } }), put({ ...theirs, data: { town: 'Toronto' } })])
})

async function refused(attempt: Promise<unknown>): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ name: 'AccessDeniedException' })
}

function find(documents: DynamoDBDocumentClient, Key: { pk: string; sk: string }) {
  return documents.send(new GetCommand({ TableName: care, Key }))
}

async function kept(Key: { pk: string; sk: string }): Promise<unknown> {
  return (await find(api.unenforced.database.documents, Key)).Item
}

test('one’s own is there to be had: the refusals below are not of everything', async () => {
  expect((await find(own, mine)).Item).toMatchObject({ data: { town: 'Guelph' } })
})

test('a scan is refused, of every table and every index, whatever it is filtered by', async () => {
  for (const name of names) {
    const TableName = `${prefix}-${name}`
    await refused(own.send(new ScanCommand({ TableName })))
    for (const IndexName of tables[name].indexes) await refused(own.send(new ScanCommand({ TableName, IndexName })))
  }
  const filter = { FilterExpression: 'begins_with(pk, :p)', ExpressionAttributeValues: { ':p': 'T#guelph#' } }
  await refused(own.send(new ScanCommand({ TableName: care, ...filter })))
})

test('what names no key is refused, to every role and for every action that it has', async () => {
  const { tenantData, functions } = inject('roles')
  let asked = 0
  for (const role of [tenantData, ...Object.values(functions).map(({ role }) => role)].map(deployed)) {
    for (const { Action, Resource } of role.statements) {
      const actions = list(Action).filter((action) => action.startsWith('dynamodb:'))
      const places = list(Resource).filter((resource) => resource.includes(':table/') && !resource.includes('/stream/'))
      for (const [action, resource] of actions.flatMap((action) => places.map((place) => [action, place] as const))) {
        asked += 1
        expect(await role.allows({ action, resource, tenant: 'guelph' }), `${role.name} ${action} ${resource}`).toBe(
          false,
        )
      }
    }
  }
  expect(asked).toBeGreaterThan(20)
})

test('PartiQL is refused, even for what is one’s own', async () => {
  const Statement = `SELECT * FROM "${care}" WHERE pk = '${mine.pk}'`
  await refused(own.send(new ExecuteStatementCommand({ Statement })))
  await refused(own.send(new BatchExecuteStatementCommand({ Statements: [{ Statement }] })))
  await refused(own.send(new ExecuteTransactionCommand({ TransactStatements: [{ Statement }] })))
  for (const changing of [
    `INSERT INTO "${care}" VALUE {'pk': '${mine.pk}', 'sk': 'X'}`,
    `UPDATE "${care}" SET x = 1 WHERE pk = '${mine.pk}' AND sk = 'ENTITY'`,
    `DELETE FROM "${care}" WHERE pk = '${mine.pk}' AND sk = 'ENTITY'`,
  ]) {
    await refused(own.send(new ExecuteStatementCommand({ Statement: changing })))
  }
})

test('another centre’s item is refused: to be read, written, changed or removed', async () => {
  await refused(find(own, theirs))
  await refused(own.send(new TransactGetCommand({ TransactItems: [{ Get: { TableName: care, Key: theirs } }] })))
  await refused(own.send(new PutCommand({ TableName: care, Item: theirs })))
  await refused(own.send(new DeleteCommand({ TableName: care, Key: theirs })))
  const change = { UpdateExpression: 'SET x = :x', ExpressionAttributeValues: { ':x': 1 } }
  await refused(own.send(new UpdateCommand({ TableName: care, Key: theirs, ...change })))
  expect(await kept(theirs)).toEqual({ ...theirs, data: { town: 'Toronto' } })
})

test('another centre’s partition is refused in every index, and one’s own is not', async () => {
  for (const name of names) {
    for (const index of [undefined, ...tables[name].indexes]) {
      const query = (holder: string) =>
        own.send(
          new QueryCommand({
            TableName: `${prefix}-${name}`,
            ...(index && { IndexName: index }),
            KeyConditionExpression: '#p = :p',
            ExpressionAttributeNames: { '#p': keyAttributes(index).pk },
            ExpressionAttributeValues: { ':p': `T#${holder}#ANY` },
          }),
        )
      await refused(query('rexdale'))
      expect((await query('guelph')).Items).toEqual([])
    }
  }
})

test('one foreign key in a batch spoils all of it', async () => {
  const batch = (...Keys: object[]) => own.send(new BatchGetCommand({ RequestItems: { [care]: { Keys } } }))
  expect((await batch(mine)).Responses?.[care]).toHaveLength(1)
  await refused(batch(mine, theirs))
  const puts = [mine, theirs].map((Item) => ({ PutRequest: { Item } }))
  await refused(own.send(new BatchWriteCommand({ RequestItems: { [care]: puts } })))
})

test('one foreign part of a transaction spoils all of it, and nothing is written', async () => {
  const fresh = { pk: 'T#guelph#CLIENT#client_3', sk: 'ENTITY' }
  const Put = { TableName: care, Item: fresh }
  const transact = (...TransactItems: object[]) => own.send(new TransactWriteCommand({ TransactItems }))
  await refused(transact({ Put }, { Put: { TableName: care, Item: theirs } }))
  await refused(transact({ Put }, { Delete: { TableName: care, Key: theirs } }))
  const ConditionExpression = 'attribute_exists(pk)'
  await refused(transact({ Put }, { ConditionCheck: { TableName: care, Key: theirs, ConditionExpression } }))
  await refused(
    transact(
      { Put },
      { Put: { TableName: `${prefix}-audit`, Item: { pk: 'T#rexdale#DAY#2026-11-21', sk: 'audit_1' } } },
    ),
  )
  expect(await kept(fresh)).toBeUndefined()
  expect(await kept(theirs)).toMatchObject({ data: { town: 'Toronto' } })
})

describe('an id that begins another’s id', () => {
  test.each([
    ['ab', 'abc'],
    ['guelph', 'guelph-2'],
    ['guelph', 'guelph-'],
    ['a', 'a-a'],
  ])('%s and %s read nothing of each other', async (short, long) => {
    const key = (tenant: string) => ({ pk: `T#${tenant}#CLIENT#client_1`, sk: 'ENTITY' })
    for (const [one, other] of [
      [short, long],
      [long, short],
    ] as const) {
      const { documents } = api.deps.databaseOf(one)
      await refused(find(documents, key(other)))
      await refused(documents.send(new PutCommand({ TableName: care, Item: key(other) })))
      const ExpressionAttributeValues = { ':p': `T#${other}#REFERRALS#requested` }
      const listed = { TableName: care, IndexName: 'list', KeyConditionExpression: 'listPk = :p' }
      await refused(documents.send(new QueryCommand({ ...listed, ExpressionAttributeValues })))
      await expect(find(documents, key(one))).resolves.toBeDefined()
    }
  })

  test('what is in common is not what is of a centre whose id begins like it', async () => {
    const TableName = `${prefix}-catalogue`
    const key = (holder: string) => ({ pk: `T#${holder}#ACTIVITY#activity_1`, sk: 'ENTITY' })
    await expect(own.send(new GetCommand({ TableName, Key: key('provincial') }))).resolves.toBeDefined()
    for (const holder of ['provincial-2', 'provincials', 'provincial-']) {
      await refused(own.send(new GetCommand({ TableName, Key: key(holder) })))
      for (const IndexName of tables.catalogue.indexes) {
        const KeyConditionExpression = `${keyAttributes(IndexName).pk} = :p`
        const ExpressionAttributeValues = { ':p': `T#${holder}#SEES` }
        const listed = { TableName, IndexName, KeyConditionExpression, ExpressionAttributeValues }
        await refused(own.send(new QueryCommand(listed)))
      }
      await refused(
        own.send(new PutCommand({ TableName, Item: { pk: `T#${holder}#PLACES#activity_1`, sk: 'ENTITY' } })),
      )
    }
  })

  test('a pattern in the place of an id is no pattern', async () => {
    for (const tenant of ['*', 'guelph*', 'gu?lph', '']) {
      await expect(find(api.deps.databaseOf(tenant).documents, theirs)).rejects.toThrow()
    }
  })
})

test('without a tag, or with an empty one, there is no session of the role', async () => {
  const { region, credentials, requestHandler } = api.deps.database.documents.config
  const sts = new STSClient({ region, credentials, requestHandler })
  const RoleArn = `arn:aws:iam::123456789012:role/${prefix}-tenant-data`
  const assume = (Tags?: { Key: string; Value: string }[]) =>
    sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'x', ...(Tags && { Tags }) }))
  expect((await assume([{ Key: 'tenant', Value: 'guelph' }])).Credentials).toBeDefined()
  for (const tags of [undefined, [], [{ Key: 'tenant', Value: '' }], [{ Key: 'Tenant', Value: 'guelph' }]]) {
    await expect(assume(tags)).rejects.toMatchObject({ name: 'AccessDenied' })
  }
  await expect(assume([{ Key: 'tenant', Value: 'provincial' }])).rejects.toMatchObject({ name: 'AccessDenied' })
})

test('a store without a tenant, or with more than one’s id for it, is not to be made', () => {
  for (const tenant of ['', '*', 'provincial', 'Guelph', 'guelph#CLIENT', 'guelph\n', 'T#guelph', undefined]) {
    const scope = { tenant } as StoreScope
    expect(() => new TenantStore(api.deps.databaseOf('guelph'), scope), String(tenant)).toThrow(
      'A store needs a tenant.',
    )
  }
})

test('a cursor of another centre is refused, whatever list it is of', async () => {
  const [here, there] = [await centre({ api }), await centre({ api })]
  for (const at of [here, here, there, there]) await withReferral(at)
  for (const path of ['/v1/referrals?status=requested&limit=1', '/v1/staff?limit=1']) {
    const { nextCursor } = await here.navigator.must<{ nextCursor?: string }>('GET', path)
    expect(nextCursor).toBeDefined()
    expect((await here.navigator.get(`${path}&cursor=${nextCursor}`)).status).toBe(200)
    expect(await there.navigator.get(`${path}&cursor=${nextCursor}`)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/query/cursor', code: 'foreign-cursor' }] },
    })
  }
})

test('of what is in common only the counts of places are written, and only in the catalogue', async () => {
  const put = (name: TableName, pk: string) =>
    own.send(new PutCommand({ TableName: `${prefix}-${name}`, Item: { pk, sk: 'ENTITY' } }))
  await put('catalogue', 'T#provincial#PLACES#activity_trap')
  for (const pk of ['ACTIVITY#activity_1', 'PLACES', 'PLACESX#1', 'CLIENT#client_1']) {
    await refused(put('catalogue', `T#provincial#${pk}`))
  }
  for (const name of names.filter((name) => name !== 'catalogue')) {
    await refused(put(name, 'T#provincial#PLACES#activity_trap'))
  }
  const Key = { pk: 'T#provincial#PLACES#activity_trap', sk: 'ENTITY' }
  await refused(own.send(new DeleteCommand({ TableName: `${prefix}-catalogue`, Key })))
})

test('what was written to the audit log is neither changed nor removed', async () => {
  const Key = { pk: 'T#guelph#DAY#2026-11-21', sk: 'audit_1' }
  const TableName = `${prefix}-audit`
  await refused(own.send(new DeleteCommand({ TableName, Key })))
  await refused(
    own.send(
      new UpdateCommand({ TableName, Key, UpdateExpression: 'REMOVE #d', ExpressionAttributeNames: { '#d': 'data' } }),
    ),
  )
  await refused(own.send(new BatchWriteCommand({ RequestItems: { [TableName]: [{ DeleteRequest: { Key } }] } })))
})

test('a function in its own name reads no client data, whoever’s', async () => {
  for (const { documents } of [api.deps.database, api.adminDeps.database, api.worker]) {
    await refused(find(documents, mine))
    const ExpressionAttributeValues = { ':p': 'T#guelph#REFERRALS#requested' }
    const listed = { TableName: care, IndexName: 'list', KeyConditionExpression: 'listPk = :p' }
    await refused(documents.send(new QueryCommand({ ...listed, ExpressionAttributeValues })))
    await refused(documents.send(new ScanCommand({ TableName: care })))
  }
})

test('the Alliance’s function cannot become a centre', async () => {
  const { region, credentials, requestHandler } = api.adminDeps.database.documents.config
  const sts = new STSClient({ region, credentials, requestHandler })
  const RoleArn = `arn:aws:iam::123456789012:role/${prefix}-tenant-data`
  const asked = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'x', Tags: [{ Key: 'tenant', Value: 'guelph' }] })
  await expect(sts.send(asked)).rejects.toMatchObject({ name: 'AccessDenied' })
})
