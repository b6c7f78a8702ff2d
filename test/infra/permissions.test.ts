import { beforeAll, describe, expect, test } from 'vitest'
import { type FunctionName, functionNames } from '../../infra/bundle.ts'
import { archiveBucket, prefix, region } from '../../infra/place.ts'
import type { TableName } from '../../shared/db/tables.ts'
import { account, type Cloud, type Resource, synthesise } from '../support/cloud.ts'
import { type DeployedRole, list, roleNamed } from '../support/iam.ts'
import { usedActions } from '../support/uses.ts'

let cloud: Cloud

beforeAll(async () => {
  cloud = await synthesise({ bundled: true })
})

/** Statements whose resources are not all named, each with why. */
const unnamed = {
  WriteTraces: 'X-Ray’s actions that write have no resource type.',
  KeepArchive: 'A file of the archive is named after its centre and hour.',
  KeepExports: 'An export has its centre and its day in its name, which are not known beforehand.',
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
  expect(takers).toEqual(['api', 'events', 'outbox', 'offboard'])
  expect(allowed(role).filter((action) => !used.has(action))).toEqual([])
  for (const { Resource } of role.statements) expect(list(Resource).filter((arn) => arn.includes('*'))).toEqual([])
})

test('before a tenant is known, callers and sessions are looked up and nothing else', async () => {
  const role = roleNamed(cloud, `${prefix}-api`)
  const may = (action: string, key: string, of: TableName = 'platform') =>
    role.allows({ action: `dynamodb:${action}`, resource: table(of), keys: [key] })
  for (const key of ['PERSON#s', 'SESSION#d', 'T#ab#STAFF#staff_1', 'T#ab#KEY#key_1', 'T#ab#CENTRE#ab']) {
    expect(await may('GetItem', key)).toBe(true)
    expect(await may('PutItem', key)).toBe(/^(SESSION|PERSON)#/.test(key))
    expect(await may('DeleteItem', key)).toBe(key.startsWith('SESSION'))
    expect(await may('Query', key)).toBe(false)
  }
  for (const key of ['CENTRES', 'T#ab#WEBHOOK#1']) expect(await may('GetItem', key)).toBe(false)
  expect(await may('BatchGetItem', 'T#ab#COHORT#2026-11', 'insights')).toBe(false)
})

test('signing out marks a person and finds their sessions; a count of uses is added to and never read', async () => {
  const may = (role: DeployedRole, action: string, key: string, index = '') =>
    role.allows({ action: `dynamodb:${action}`, resource: `${table('platform')}${index}`, keys: [key] })
  const api = roleNamed(cloud, `${prefix}-api`)
  for (const action of ['GetItem', 'PutItem']) expect(await may(api, action, 'SIGNED-OUT#s')).toBe(true)
  expect(await may(api, 'DeleteItem', 'SIGNED-OUT#s')).toBe(false)
  expect(await may(api, 'Query', 'SESSIONS#s', '/index/list')).toBe(true)
  expect(await may(api, 'Query', 'T#ab#STAFF', '/index/list')).toBe(false)
  for (const name of ['api', 'admin']) {
    const role = roleNamed(cloud, `${prefix}-${name}`)
    expect(await may(role, 'UpdateItem', 'LIMIT#person#d#1795273200')).toBe(true)
    expect(await may(role, 'GetItem', 'LIMIT#person#d#1795273200')).toBe(false)
    for (const key of ['SESSION#d', 'PERSON#s', 'T#ab#STAFF#s']) expect(await may(role, 'UpdateItem', key)).toBe(false)
  }
})

test('the Alliance reads figures, keeps the registry, and of a centre writes its profile, its staff and its trail', async () => {
  const role = roleNamed(cloud, `${prefix}-admin`)
  const may = (action: string, of: TableName, key: string) =>
    role.allows({ action: `dynamodb:${action}`, resource: table(of), keys: [key] })
  expect(await may('BatchGetItem', 'insights', 'T#ab#COHORT#2026-11')).toBe(true)
  expect(await may('BatchGetItem', 'insights', 'T#ab#FOLDED#2026-11-21T15:00:00')).toBe(false)
  expect(await may('PutItem', 'insights', 'T#ab#COHORT#2026-11')).toBe(false)
  expect(await may('Query', 'platform', 'CENTRES')).toBe(true)
  const written = ['CENTRES', 'PERSON#s', 'T#ab#CENTRE#ab', 'T#ab#STAFF#staff_1', 'T#ab#ADDRESS#digest']
  const kept = ['T#alliance#TENANCY#ab', 'T#alliance#IDEMPOTENCY#staff_1']
  for (const key of [...written, ...kept]) {
    expect(await may('PutItem', 'platform', key)).toBe(true)
    expect(await may('DeleteItem', 'platform', key)).toBe(false)
  }
  expect(await may('PutItem', 'audit', 'T#ab#DAY#2026-11-21')).toBe(true)
  for (const key of ['T#ab#KEY#key_1', 'T#ab#IDEMPOTENCY#staff_1', 'T#ab#TENANCY#ab']) {
    expect(await may('PutItem', 'platform', key)).toBe(false)
  }
})

test('the Alliance has no way to client data, and no more of a listing than that it is there', async () => {
  const role = roleNamed(cloud, `${prefix}-admin`)
  const actions = [
    'GetItem',
    'BatchGetItem',
    'Query',
    'PutItem',
    'DeleteItem',
    'UpdateItem',
    'ConditionCheckItem',
    'Scan',
  ]
  for (const action of actions) {
    for (const keys of [['T#alliance#IDEMPOTENCY#staff_1'], ['T#ab#CLIENT#client_1'], ['T#ab#CENTRE#ab']]) {
      expect(await role.allows({ action: `dynamodb:${action}`, resource: table('care'), keys })).toBe(false)
      expect(await role.allows({ action: `dynamodb:${action}`, resource: table('catalogue'), keys })).toBe(false)
    }
  }
  for (const [of, partition] of [
    ['catalogue', 'SEES'],
    ['platform', 'STAFF'],
  ] as const) {
    const resource = `${table(of)}/index/list`
    expect(await role.allows({ action: 'dynamodb:Query', resource, keys: [`T#ab#${partition}`] })).toBe(true)
    expect(await role.allows({ action: 'dynamodb:Query', resource, keys: ['T#ab#KEYS#partner_1'] })).toBe(false)
  }
})

test('the archiver reads audit logs by day, adds files to the archive, and takes none away', async () => {
  const role = roleNamed(cloud, `${prefix}-archive`)
  const query = (key: string, of: TableName) =>
    role.allows({ action: 'dynamodb:Query', resource: table(of), keys: [key] })
  expect(await query('T#ab#DAY#2026-11-21', 'audit')).toBe(true)
  expect(await query('CENTRES', 'platform')).toBe(true)
  for (const key of ['T#ab#CLIENT#client_1', 'T#ab#ACTOR#staff_1']) {
    const byIndex = { action: 'dynamodb:Query', resource: `${table('audit')}/index/client`, keys: [key] }
    expect(await query(key, 'audit')).toBe(false)
    expect(await role.allows(byIndex)).toBe(false)
  }
  const keys = ['T#ab#DAY#2026-11-21']
  for (const action of ['PutItem', 'UpdateItem', 'DeleteItem', 'GetItem', 'Scan']) {
    expect(await role.allows({ action: `dynamodb:${action}`, resource: table('audit'), keys })).toBe(false)
  }
  const bucket = `arn:aws:s3:::${archiveBucket(account)}`
  const may = (action: string, resource: string) => role.allows({ action: `s3:${action}`, resource })
  const file = `${bucket}/audit/ab/2026/11/21T15.jsonl`
  expect(await may('ListBucket', bucket)).toBe(true)
  for (const action of ['GetObject', 'PutObject']) {
    expect(await may(action, file)).toBe(true)
    expect(await may(action, 'arn:aws:s3:::another/audit/ab/2026/11/21T15.jsonl')).toBe(false)
  }
  for (const action of ['DeleteObject', 'DeleteObjectVersion', 'PutObjectRetention', 'BypassGovernanceRetention']) {
    expect(await may(action, file)).toBe(false)
  }
})

test('the function that lets a centre go removes in its own name what a centre never may, and nothing else', async () => {
  const role = roleNamed(cloud, `${prefix}-offboard`)
  const may = (action: string, of: TableName, key: string) =>
    role.allows({ action: `dynamodb:${action}`, resource: table(of), keys: [key] })
  for (const key of ['T#ab#STAFF#staff_1', 'T#ab#KEY#key_1', 'T#ab#CENTRE#ab', 'PERSON#s', 'SIGNED-OUT#s']) {
    expect(await may('DeleteItem', 'platform', key)).toBe(true)
    expect(await may('PutItem', 'platform', key)).toBe(key.startsWith('SIGNED-OUT'))
  }
  expect(await may('DeleteItem', 'insights', 'T#ab#COHORT#2026-11')).toBe(true)
  expect(await may('DeleteItem', 'catalogue', 'T#provincial#PLACES#activity_1')).toBe(true)
  for (const key of ['CENTRES', 'T#ab#OFFBOARDING#ab', 'T#alliance#TENANCY#ab']) {
    expect(await may('DeleteItem', 'platform', key)).toBe(false)
  }
  for (const of of ['care', 'audit'] as const) expect(await may('DeleteItem', of, 'T#ab#DAY#2026-11-21')).toBe(false)
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
    ...(made.properties.DeadLetterConfig ? ['sqs:SendMessage'] : []),
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
  const [reading, writing] = [
    keysOf(/^(dynamodb|secretsmanager|s3):/),
    keysOf(/^(dynamodb:(Put|Delete)Item|s3:PutObject)$/),
  ]
  return role.statements.flatMap(({ Action, Resource }) => {
    const within = (keys: readonly string[]) => list(Resource).every((key) => keys.includes(key))
    return list(Action).filter((action) =>
      ['kms:Decrypt', 'kms:DescribeKey'].includes(action)
        ? within(reading)
        : ['kms:Encrypt', 'kms:GenerateDataKey'].includes(action) && within(writing),
    )
  })
}

/** The key under which a table, a stream, a bucket or a secret is kept. */
function keyOf(arn: string): string | undefined {
  const kept = cloud.resources.find(
    ({ id, properties }) =>
      id === arn ||
      `${id}.StreamArn` === arn ||
      arn.split('/')[0] === `arn:aws:s3:::${properties?.BucketName}` ||
      arn.split('/').includes(properties?.TableName ?? 'none'),
  )
  const { SSESpecification, KmsKeyId, BucketEncryption } = kept?.properties ?? {}
  const [bucket] = BucketEncryption?.ServerSideEncryptionConfiguration ?? []
  return SSESpecification?.KMSMasterKeyId ?? KmsKeyId ?? bucket?.ServerSideEncryptionByDefault.KMSMasterKeyID
}

function table(name: TableName): string {
  return `arn:aws:dynamodb:${region}:${account}:table/${prefix}-${name}`
}

function named(type: string, property: string, name: string): Resource {
  const found = cloud.ofType(type).find(({ properties }) => properties[property] === `${prefix}-${name}`)
  if (found === undefined) throw new Error(`No ${type} ${name}.`)
  return found
}
