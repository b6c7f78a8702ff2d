import { beforeAll, describe, expect, test } from 'vitest'
import { type FunctionName, functionNames } from '../../infra/bundle.ts'
import { prefix, region } from '../../infra/place.ts'
import type { TableName } from '../../shared/db/tables.ts'
import { account, type Cloud, type Resource, synthesise } from '../support/cloud.ts'
import { type DeployedRole, list, roleNamed } from '../support/iam.ts'
import { usedActions } from '../support/uses.ts'

let cloud: Cloud

beforeAll(async () => {
  cloud = await synthesise()
})

/** Statements that name no resource, each with why there is none to name. */
const unnamed = {
  WriteTraces: 'X-Ray’s actions that write have no resource type.',
}

describe.each(functionNames)('the function %s', (name) => {
  test('holds no permission that neither its code nor its sources use', () => {
    const role = roleNamed(cloud, `${prefix}-${name}`)
    const used = new Set([...usedActions(cloud, name), ...usedByLambda(name), ...usedByKeys(role)])
    expect(allowed(role).filter((action) => !used.has(action))).toEqual([])
  })

  test('is allowed actions by name, on resources by name', () => {
    for (const { Sid, Action, Resource } of roleNamed(cloud, `${prefix}-${name}`).statements) {
      expect(list(Action).filter((action) => action.includes('*'))).toEqual([])
      if (!(Sid !== undefined && Sid in unnamed)) expect(list(Resource).filter((arn) => arn.includes('*'))).toEqual([])
    }
  })

  test('reaches no centre’s data in its own name', async () => {
    const role = roleNamed(cloud, `${prefix}-${name}`)
    for (const of of ['care', 'catalogue', 'audit'] as const) {
      for (const action of ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem']) {
        const keys = ['T#guelph#CLIENT#client_1']
        expect(await role.allows({ action: `dynamodb:${action}`, resource: table(of), keys })).toBe(false)
      }
    }
  })
})

test('the tenant role holds no permission that the functions which take it on do not use', () => {
  const role = roleNamed(cloud, `${prefix}-tenant-data`)
  const takers = functionNames.filter((name) =>
    allowed(roleNamed(cloud, `${prefix}-${name}`)).includes('sts:AssumeRole'),
  )
  const used = new Set([...takers.flatMap((name) => [...usedActions(cloud, name)]), ...usedByKeys(role)])
  expect(takers).toEqual(['api', 'events', 'outbox'])
  expect(allowed(role).filter((action) => !used.has(action))).toEqual([])
  for (const { Resource } of role.statements) expect(list(Resource).filter((arn) => arn.includes('*'))).toEqual([])
})

test('before a tenant is known, callers and sessions are looked up and nothing else', async () => {
  const role = roleNamed(cloud, `${prefix}-api`)
  const may = (action: string, key: string, of: TableName = 'platform') =>
    role.allows({ action: `dynamodb:${action}`, resource: table(of), keys: [key] })
  for (const key of ['PERSON#s', 'SESSION#d', 'T#ab#STAFF#staff_1', 'T#ab#KEY#key_1', 'T#ab#CENTRE#ab']) {
    expect(await may('GetItem', key)).toBe(true)
    expect(await may('PutItem', key)).toBe(key.startsWith('SESSION'))
    expect(await may('DeleteItem', key)).toBe(key.startsWith('SESSION'))
    expect(await may('Query', key)).toBe(false)
  }
  for (const key of ['CENTRES', 'T#ab#WEBHOOK#1']) expect(await may('GetItem', key)).toBe(false)
  expect(await may('BatchGetItem', 'T#ab#COHORT#2026-11', 'insights')).toBe(false)
})

test('the Alliance reads figures and the registry, and writes neither', async () => {
  const role = roleNamed(cloud, `${prefix}-admin`)
  const may = (action: string, of: TableName, key: string) =>
    role.allows({ action: `dynamodb:${action}`, resource: table(of), keys: [key] })
  expect(await may('BatchGetItem', 'insights', 'T#ab#COHORT#2026-11')).toBe(true)
  expect(await may('BatchGetItem', 'insights', 'T#ab#FOLDED#2026-11-21T15:00:00')).toBe(false)
  expect(await may('PutItem', 'insights', 'T#ab#COHORT#2026-11')).toBe(false)
  expect(await may('Query', 'platform', 'CENTRES')).toBe(true)
  expect(await may('PutItem', 'platform', 'CENTRES')).toBe(false)
  expect(await may('PutItem', 'platform', 'PERSON#s')).toBe(false)
})

test('a role that may not read a table has no use of its key', () => {
  const [care] = cloud.ofType('AWS::DynamoDB::Table').filter(({ properties }) => properties.TableName === 'rxc-care')
  const key = care?.properties.SSESpecification.KMSMasterKeyId
  const opens = (name: string) => roleNamed(cloud, name).statements.some(({ Resource }) => list(Resource).includes(key))
  expect(opens(`${prefix}-tenant-data`)).toBe(true)
  for (const name of ['api', 'admin', 'outbox']) expect(opens(`${prefix}-${name}`)).toBe(false)
})

function allowed({ statements }: DeployedRole): string[] {
  return statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => list(Action))
}

/** What Lambda does in a function's name: its log, its traces, and reading what feeds it. */
function usedByLambda(name: FunctionName): string[] {
  const made = named('AWS::Lambda::Function', 'FunctionName', name)
  const sources = cloud
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => properties.FunctionName === made.id)
    .map(({ properties }) => properties)
  return [
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    ...(made.properties.TracingConfig?.Mode === 'Active' ? ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'] : []),
    ...sources.flatMap(({ EventSourceArn, DestinationConfig }) => [
      ...(EventSourceArn.endsWith('.StreamArn') ? forStreams : forQueues),
      ...(DestinationConfig ? ['sqs:SendMessage'] : []),
    ]),
  ]
}

const forStreams = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => `dynamodb:${name}`)
const forQueues = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((name) => `sqs:${name}`)

/** What encrypted tables and secrets need, if the role may use what is encrypted with each key that it is given. */
function usedByKeys(role: DeployedRole): string[] {
  const reachable = role.statements.filter(({ Action }) => !list(Action).some((action) => action.startsWith('kms:')))
  const keysOf = (wanted: RegExp) =>
    reachable
      .filter(({ Action }) => list(Action).some((action) => wanted.test(action)))
      .flatMap(({ Resource }) => list(Resource).flatMap((arn) => keyOf(arn) ?? []))
  const [reading, writing] = [keysOf(/^(dynamodb|secretsmanager):/), keysOf(/^dynamodb:(Put|Delete)Item$/)]
  return role.statements.flatMap(({ Action, Resource }) => {
    const within = (keys: readonly string[]) => list(Resource).every((key) => keys.includes(key))
    return list(Action).filter((action) =>
      ['kms:Decrypt', 'kms:DescribeKey'].includes(action)
        ? within(reading)
        : ['kms:Encrypt', 'kms:GenerateDataKey'].includes(action) && within(writing),
    )
  })
}

/** The key under which a table, a stream or a secret is kept. */
function keyOf(arn: string): string | undefined {
  const kept = cloud.resources.find(
    ({ id, properties }) =>
      id === arn || `${id}.StreamArn` === arn || arn.split('/').includes(properties?.TableName ?? 'none'),
  )
  return kept?.properties.SSESpecification?.KMSMasterKeyId ?? kept?.properties.KmsKeyId
}

function table(name: TableName): string {
  return `arn:aws:dynamodb:${region}:${account}:table/${prefix}-${name}`
}

function named(type: string, property: string, name: string): Resource {
  const found = cloud.ofType(type).find(({ properties }) => properties[property] === `${prefix}-${name}`)
  if (found === undefined) throw new Error(`No ${type} ${name}.`)
  return found
}
