import { beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../functions/api/config.ts'
import { functionNames } from '../../infra/bundle.ts'
import { prefix, region } from '../../infra/place.ts'
import { roleNames } from '../../shared/core/permissions.ts'
import { keyAttributes, type TableName, tables } from '../../shared/db/tables.ts'
import { type Cloud, type Resource, synthesise } from '../support/cloud.ts'

let cloud: Cloud

beforeAll(async () => {
  cloud = await synthesise()
})

describe.each(Object.keys(tables) as TableName[])('the table %s', (name) => {
  test('is encrypted with a key of its own that rotates, recoverable, and kept whatever happens', () => {
    const table = tableNamed(name)
    const key = cloud.ofType('AWS::KMS::Key').find(({ id }) => `${id}.Arn` === table.SSESpecification.KMSMasterKeyId)
    expect(table.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' })
    expect(key?.properties).toMatchObject({ EnableKeyRotation: true })
    expect(key?.properties.Description).toBe(`Table ${name}`)
    expect(table.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true })
    expect(table.DeletionProtectionEnabled).toBe(true)
    expect(table.BillingMode).toBe('PAY_PER_REQUEST')
  })

  test('has the keys, indexes, stream and expiry that the code is written for', () => {
    const table = tableNamed(name)
    const { indexes, stream, expires } = tables[name]
    const schema = (index?: string) => [
      { AttributeName: keyAttributes(index).pk, KeyType: 'HASH' },
      { AttributeName: keyAttributes(index).sk, KeyType: 'RANGE' },
    ]
    expect(table.KeySchema).toEqual(schema())
    expect(table.GlobalSecondaryIndexes ?? []).toEqual(
      indexes.map((index) => ({
        IndexName: index,
        KeySchema: schema(index),
        Projection: { ProjectionType: index === 'all' ? 'KEYS_ONLY' : 'ALL' },
      })),
    )
    expect(table.StreamSpecification?.StreamViewType).toBe(stream ? 'NEW_IMAGE' : undefined)
    expect(table.TimeToLiveSpecification).toEqual(expires ? { AttributeName: 'expires', Enabled: true } : undefined)
  })
})

test('what holds data outlives its stack', () => {
  const { stacks } = cloud.app.synth()
  const kept = [
    'AWS::DynamoDB::Table',
    'AWS::KMS::Key',
    'AWS::Cognito::UserPool',
    'AWS::Backup::BackupVault',
    'AWS::S3::Bucket',
  ]
  const resources = stacks.flatMap(({ template }) => Object.values(template.Resources as Record<string, Kept>))
  for (const { Type, DeletionPolicy, UpdateReplacePolicy } of resources.filter(({ Type }) => kept.includes(Type))) {
    expect([Type, DeletionPolicy, UpdateReplacePolicy]).toEqual([Type, 'Retain', 'Retain'])
  }
})

test('everything is in Canada', () => {
  for (const stack of cloud.app.synth().stacks) {
    expect(stack.environment.region).toBe(region)
    const { EdgeCertificateArn: _, ...Parameters } = stack.template.Parameters ?? {}
    // CloudFront takes its certificate from one region alone: it is nobody's data.
    const regions =
      JSON.stringify({ ...stack.template, Parameters }).match(/\b[a-z]{2}-(north|south|east|west|central)+-\d\b/g) ?? []
    expect(new Set(regions)).toEqual(new Set(regions.length > 0 ? ['ca-central-1'] : []))
  }
})

test('every function runs on Node 24 and arm64, traced, with a log that ends', () => {
  const functions = cloud.ofType('AWS::Lambda::Function')
  expect(functions.map(({ properties }) => properties.FunctionName).sort()).toEqual(
    functionNames.map((name) => `${prefix}-${name}`).sort(),
  )
  for (const { properties } of functions) {
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      ReservedConcurrentExecutions: expect.any(Number),
    })
    const log = cloud.ofType('AWS::Logs::LogGroup').find(({ id }) => id === properties.LoggingConfig.LogGroup)
    expect(log?.properties).toMatchObject({ RetentionInDays: 365, KmsKeyId: expect.stringContaining('OperationsKey') })
  }
})

test('the functions are told what their code asks for, and no secret', () => {
  for (const name of ['api', 'admin']) {
    const environment = functionNamed(name).properties.Environment.Variables
    expect(environment).not.toHaveProperty('CURSOR_SECRET')
    const secrets = cloud.ofType('AWS::SecretsManager::Secret').map(({ id }) => id)
    expect(environment.CURSOR_SECRET_ARN).toBe(secrets.find((id) => id.includes('CursorSecret')))
    // The host name is a parameter; whatever it will be goes in here.
    const known = JSON.parse(JSON.stringify(environment).replaceAll('RxcIdentity.', 'x-'))
    expect(readConfig({ ...known, CURSOR_SECRET: 'x'.repeat(32) })).toMatchObject({ tablePrefix: prefix })
  }
})

test('events reach the worker in order, in parts when one fails, and none is lost', () => {
  const streams = Object.values(tables).filter(({ stream }) => stream)
  const mappings = cloud
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => properties.EventSourceArn.endsWith('.StreamArn'))
  expect(mappings).toHaveLength(streams.length)
  for (const { properties } of mappings) {
    expect(properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
    })
    expect(properties.DestinationConfig.OnFailure.Destination).toBe(`${queueNamed('events-dead').id}.Arn`)
    expect(properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } } },
    ])
  }
})

test('a message that cannot be sent ends among the dead letters, after five attempts', () => {
  const outbox = queueNamed('outbox')
  const { Timeout } = functionNamed('outbox').properties
  expect(outbox.properties.RedrivePolicy).toEqual({
    deadLetterTargetArn: `${queueNamed('outbox-dead').id}.Arn`,
    maxReceiveCount: 5,
  })
  expect(outbox.properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout)
  for (const { properties } of cloud.ofType('AWS::SQS::Queue')) expect(properties.SqsManagedSseEnabled).toBe(true)
})

test('the archive of the audit log is written once, locked for ten years, closed and watched', () => {
  const [bucket, ...more] = cloud.ofType('AWS::S3::Bucket').filter(({ properties }) => properties.ObjectLockEnabled)
  expect(more).toEqual([])
  expect(bucket?.properties).toMatchObject({
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 10 } },
    },
    VersioningConfiguration: { Status: 'Enabled' },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    LoggingConfiguration: { DestinationBucketName: expect.stringContaining('AccessLog') },
  })
  const policy = cloud.ofType('AWS::S3::BucketPolicy').find(({ properties }) => properties.Bucket === bucket?.id)
  const everybody = { Effect: 'Deny', Principal: { AWS: '*' } }
  for (const refused of [
    { Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    { Action: 's3:PutObject', Condition: { Null: { 's3:if-none-match': 'true' } } },
    { Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'] },
  ]) {
    expect(policy?.properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ ...everybody, ...refused }),
    )
  }
})

test('the archiver is called once an hour, one at a time; a call that fails to the last is put aside', () => {
  const { ScheduleExpression, Targets } = named('AWS::Events::Rule', 'Name', 'archive').properties
  const archiver = functionNamed('archive')
  const dead = `${queueNamed('archive-dead').id}.Arn`
  expect(ScheduleExpression).toBe('cron(20 * * * ? *)')
  expect(Targets).toMatchObject([{ Arn: `${archiver.id}.Arn`, DeadLetterConfig: { Arn: dead } }])
  expect(archiver.properties).toMatchObject({ DeadLetterConfig: { TargetArn: dead }, ReservedConcurrentExecutions: 1 })
})

test('no successful run of the archiver in three hours is an alarm, and so is hearing nothing of it', () => {
  expect(named('AWS::CloudWatch::Alarm', 'AlarmName', 'archive-late').properties).toMatchObject({
    EvaluationPeriods: 3,
    Metrics: expect.arrayContaining([expect.objectContaining({ Expression: 'IF(runs > failures, 0, 1)' })]),
    TreatMissingData: 'breaching',
  })
})

test('people sign in with a second factor, on the hosted pages, by code', () => {
  expect(only('AWS::Cognito::UserPool').properties).toMatchObject({
    MfaConfiguration: 'ON',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    DeletionProtection: 'ACTIVE',
    UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    Policies: { PasswordPolicy: { MinimumLength: 14 } },
  })
  expect(only('AWS::Cognito::UserPoolClient').properties).toMatchObject({
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    AccessTokenValidity: 60,
    TokenValidityUnits: { AccessToken: 'minutes' },
    CallbackURLs: [expect.stringMatching(/^https:.*\/auth\/callback$/)],
  })
  const groups = cloud.ofType('AWS::Cognito::UserPoolGroup').map(({ properties }) => properties.GroupName)
  expect(groups.sort()).toEqual([...roleNames].sort())
})

test('the API is reached by its own host name only, throttled, behind the firewall', () => {
  expect(only('AWS::ApiGateway::RestApi').properties).toMatchObject({
    DisableExecuteApiEndpoint: true,
    EndpointConfiguration: { Types: ['REGIONAL'] },
  })
  const stage = only('AWS::ApiGateway::Stage').properties
  expect(stage.MethodSettings).toMatchObject([{ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 }])
  const association = only('AWS::WAFv2::WebACLAssociation').properties
  expect(association.WebACLArn).toBe(`${only('AWS::WAFv2::WebACL').id}.Arn`)
  expect(association.ResourceArn).toContain(only('AWS::ApiGateway::RestApi').id)
})

test('the access log tells of nobody', () => {
  const { AccessLogSetting, MethodSettings } = only('AWS::ApiGateway::Stage').properties
  const fields: string[] = AccessLogSetting.Format.match(/\$context\.[\w.]+/g)
  const personal = /identity|authorizer|path$|domain|error\.message|params|header|querystring|userAgent/i
  expect(fields.filter((field) => personal.test(field) && field !== '$context.resourcePath')).toEqual([])
  expect(MethodSettings).toMatchObject([{ DataTraceEnabled: false }])
})

test('the firewall lets a long note about anything through, and keeps nothing of honest requests', () => {
  const { Rules } = only('AWS::WAFv2::WebACL').properties
  const core = Rules.find(({ Name }: { Name: string }) => Name === 'AWSManagedRulesCommonRuleSet')
  const counted = core.Statement.ManagedRuleGroupStatement.RuleActionOverrides
  expect(counted).toContainEqual({ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } })
  const log = only('AWS::WAFv2::LoggingConfiguration').properties
  expect(log.LoggingFilter.DefaultBehavior).toBe('DROP')
  for (const field of [{ SingleHeader: { Name: 'authorization' } }, { SingleHeader: { Name: 'cookie' } }]) {
    expect(log.RedactedFields).toContainEqual(field)
  }
})

test('every alarm tells somebody', () => {
  const alarms = cloud.ofType('AWS::CloudWatch::Alarm')
  const topic = only('AWS::SNS::Topic')
  expect(alarms.length).toBeGreaterThan(20)
  for (const { properties } of alarms) {
    expect(properties.AlarmActions).toEqual([topic.id])
    expect(properties.AlarmDescription.length).toBeGreaterThan(40)
  }
  const statements = only('AWS::SNS::TopicPolicy').properties.PolicyDocument.Statement
  expect(statements).toContainEqual(
    expect.objectContaining({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
  )
})

interface Kept {
  readonly Type: string
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

function tableNamed(name: TableName) {
  return named('AWS::DynamoDB::Table', 'TableName', name).properties
}

function functionNamed(name: string): Resource {
  return named('AWS::Lambda::Function', 'FunctionName', name)
}

function queueNamed(name: string): Resource {
  return named('AWS::SQS::Queue', 'QueueName', name)
}

function named(type: string, property: string, name: string): Resource {
  const found = cloud.ofType(type).find(({ properties }) => properties[property] === `${prefix}-${name}`)
  if (found === undefined) throw new Error(`No ${type} ${name}.`)
  return found
}

function only(type: string): Resource {
  const [found, ...more] = cloud.ofType(type)
  if (found === undefined || more.length > 0) throw new Error(`Not one ${type}.`)
  return found
}
