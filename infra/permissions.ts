import type { TableName } from '../shared/db/tables.ts'
import { region, tableArn } from './place.ts'
import { allow, partitionsLike, type Statement } from './statement.ts'

/** What must be known before a request has a tenant: who signed in, where they work, whose key it is. */
export function lookUpCallers(account: string): Statement[] {
  const platform = [tableArn(account, 'platform')]
  const known = ['PERSON#*', 'SESSION#*', 'T#*#STAFF#*', 'T#*#KEY#*', 'T#*#CENTRE#*']
  return [
    allow('LookUpCallers', ['dynamodb:GetItem'], platform, partitionsLike(...known)),
    allow('KeepSessions', ['dynamodb:PutItem'], platform, partitionsLike('SESSION#*')),
  ]
}

export function endSessions(account: string): Statement {
  return allow('EndSessions', ['dynamodb:DeleteItem'], [tableArn(account, 'platform')], partitionsLike('SESSION#*'))
}

export function lookUpCentres(account: string): Statement {
  return allow('LookUpCentres', ['dynamodb:GetItem'], [tableArn(account, 'platform')], partitionsLike('T#*#CENTRE#*'))
}

/** The Alliance's view: the registry of centres, and figures of every centre. No way to client data. */
export function readNetwork(account: string): Statement[] {
  return [
    allow('ListCentres', ['dynamodb:Query'], [tableArn(account, 'platform')], partitionsLike('CENTRES')),
    allow('ReadFigures', ['dynamodb:BatchGetItem'], [tableArn(account, 'insights')], partitionsLike('T#*#COHORT#*')),
  ]
}

/** Folding events into figures, with the note of which events are in them. */
export function keepFigures(account: string): Statement {
  const actions = ['dynamodb:BatchGetItem', 'dynamodb:PutItem']
  return allow('KeepFigures', actions, [tableArn(account, 'insights')], partitionsLike('T#*#COHORT#*', 'T#*#FOLDED#*'))
}

/** Becoming one centre, for the length of its request or record. */
export function becomeTenant(roleArn: string): Statement {
  return allow('BecomeTenant', ['sts:AssumeRole', 'sts:TagSession'], [roleArn])
}

/** What Lambda needs of the streams that feed a function. */
export function readStreams(arns: readonly string[]): Statement {
  const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']
  return allow(
    'ReadStreams',
    actions.map((action) => `dynamodb:${action}`),
    arns,
  )
}

/** What Lambda needs of the queue that feeds a function. */
export function takeFrom(queueArn: string): Statement {
  return allow('TakeMessages', ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queueArn])
}

export function queueMessages(queueArn: string): Statement {
  return allow('QueueMessages', ['sqs:SendMessage'], [queueArn])
}

/** What Lambda needs to put aside what a function could not deal with. */
export function putAside(queueArn: string): Statement {
  return allow('PutAside', ['sqs:SendMessage'], [queueArn])
}

/** @param identity what SES has verified: an address, or the domain of many. */
export function sendMail(account: string, identity: string, from: string): Statement {
  return allow('SendMail', ['ses:SendEmail'], [`arn:aws:ses:${region}:${account}:identity/${identity}`], {
    StringEquals: { 'ses:FromAddress': from },
  })
}

type Keys = Readonly<Record<TableName, { readonly keyArn: string }>>

/** DynamoDB opens an encrypted table in the name of whoever asks: they need its key, through DynamoDB only. */
export function readThrough(keys: Keys, ...names: readonly TableName[]): Statement {
  return throughDynamoDb('ReadThroughKeys', ['kms:Decrypt', 'kms:DescribeKey'], keys, names)
}

export function writeThrough(keys: Keys, ...names: readonly TableName[]): Statement {
  return throughDynamoDb('WriteThroughKeys', ['kms:Encrypt', 'kms:GenerateDataKey'], keys, names)
}

function throughDynamoDb(sid: string, actions: readonly string[], keys: Keys, names: readonly TableName[]): Statement {
  const arns = names.map((name) => keys[name].keyArn)
  return allow(sid, actions, arns, { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } })
}

/** A secret, and the key that it is kept under. */
export function readSecret(secretArn: string, keyArn: string): Statement[] {
  return [
    allow('ReadSecret', ['secretsmanager:GetSecretValue'], [secretArn]),
    allow('OpenSecret', ['kms:Decrypt'], [keyArn], {
      StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` },
    }),
  ]
}
