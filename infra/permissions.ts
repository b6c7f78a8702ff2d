import { archiveRoot } from '../shared/audit/archive-file.ts'
import { allianceId } from '../shared/centres/schema.ts'
import { commons } from '../shared/db/kind.ts'
import type { TableName } from '../shared/db/tables.ts'
import { archiveBucket, exportsBucket, indexArns, region, tableArn } from './place.ts'
import { allow, partitionsLike, type Statement } from './statement.ts'

/**
 * What must be known before a request has a tenant: who signed in, where they work, whose key it is; and what they used
 * of their quota.
 */
export function lookUpCallers(account: string): Statement[] {
  const platform = [tableArn(account, 'platform')]
  const known = ['PERSON#*', 'SESSION#*', 'SIGNED-OUT#*', 'T#*#STAFF#*', 'T#*#KEY#*', 'T#*#CENTRE#*']
  return [
    allow('LookUpCallers', ['dynamodb:GetItem'], platform, partitionsLike(...known)),
    allow('KeepSessions', ['dynamodb:PutItem'], platform, partitionsLike('SESSION#*')),
    allow('CountUses', ['dynamodb:UpdateItem'], platform, partitionsLike('LIMIT#*')),
  ]
}

/** Signing somebody out everywhere: the mark, their other sessions, and the end of each. */
export function endSessions(account: string): Statement[] {
  const platform = [tableArn(account, 'platform')]
  return [
    allow('MarkSignOut', ['dynamodb:PutItem'], platform, partitionsLike('SIGNED-OUT#*')),
    allow('FindSessions', ['dynamodb:Query'], indexArns(account, 'platform'), partitionsLike('SESSIONS#*')),
    allow('EndSessions', ['dynamodb:DeleteItem'], platform, partitionsLike('SESSION#*')),
  ]
}

export function lookUpCentres(account: string): Statement {
  return allow('LookUpCentres', ['dynamodb:GetItem'], [tableArn(account, 'platform')], partitionsLike('T#*#CENTRE#*'))
}

export function listCentres(account: string): Statement {
  return allow('ListCentres', ['dynamodb:Query'], [tableArn(account, 'platform')], partitionsLike('CENTRES'))
}

/** Every centre's audit log day by day, for the archive: not by client, not by person. */
export function readTrails(account: string): Statement {
  return allow('ReadTrails', ['dynamodb:Query'], [tableArn(account, 'audit')], partitionsLike('T#*#DAY#*'))
}

/** Writing files of the archive and reading them; the bucket's own policy lets nobody write over one. */
export function keepArchive(account: string, keyArn: string): Statement[] {
  const bucket = `arn:aws:s3:::${archiveBucket(account)}`
  return [
    allow('ListArchive', ['s3:ListBucket'], [bucket]),
    allow('KeepArchive', ['s3:GetObject', 's3:PutObject'], [`${bucket}/${archiveRoot}*`]),
    allow('SealArchive', ['kms:Decrypt', 'kms:GenerateDataKey'], [keyArn], {
      StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` },
    }),
  ]
}

/** The Alliance's view: the registry of centres, and figures of every centre. No way to client data. */
export function readNetwork(account: string): Statement[] {
  return [
    listCentres(account),
    allow('ReadFigures', ['dynamodb:BatchGetItem'], [tableArn(account, 'insights')], partitionsLike('T#*#COHORT#*')),
  ]
}

/** Telling a centre's audit log what the Alliance was shown or refused. */
export function addToTrails(account: string): Statement {
  return allow('AddToTrails', ['dynamodb:PutItem'], [tableArn(account, 'audit')], partitionsLike('T#*#DAY#*'))
}

/** Binding people to the centre where they work: the identity provider's subject is nobody here until then. */
export function bindPeople(account: string): Statement {
  return allow('BindPeople', ['dynamodb:PutItem'], [tableArn(account, 'platform')], partitionsLike('PERSON#*'))
}

export function invitePeople(poolArn: string): Statement {
  return allow('InvitePeople', ['cognito-idp:AdminCreateUser', 'cognito-idp:AdminGetUser'], [poolArn])
}

/** Ending somebody's sign-in at the identity provider, and giving it back. */
export function switchPeople(poolArn: string): Statement {
  const actions = ['AdminDisableUser', 'AdminEnableUser', 'AdminUserGlobalSignOut']
  return allow(
    'SwitchPeople',
    actions.map((action) => `cognito-idp:${action}`),
    [poolArn],
  )
}

/** Taking centres on and suspending them: the registry, a centre with its settings, and its first administrator. */
export function keepCentres(account: string): Statement[] {
  const platform = [tableArn(account, 'platform')]
  const own = [`T#${allianceId}#TENANCY#*`, `T#${allianceId}#IDEMPOTENCY#*`]
  const theirs = ['T#*#CENTRE#*', 'T#*#STAFF#*', 'T#*#ADDRESS#*']
  return [
    allow('KeepRegistry', ['dynamodb:GetItem', 'dynamodb:PutItem'], platform, partitionsLike('CENTRES')),
    allow('KeepCentres', ['dynamodb:PutItem'], platform, partitionsLike(...theirs)),
    allow('LookUpAddresses', ['dynamodb:GetItem'], platform, partitionsLike('T#*#ADDRESS#*')),
    allow('KeepOwn', ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], platform, partitionsLike(...own)),
  ]
}

/** How far a centre's onboarding is: whether it has active staff, and listings of its own. */
export function followOnboarding(account: string): Statement[] {
  return [
    allow('FollowStaff', ['dynamodb:Query'], indexArns(account, 'platform'), partitionsLike('T#*#STAFF')),
    allow('FollowListings', ['dynamodb:Query'], indexArns(account, 'catalogue'), partitionsLike('T#*#SEES')),
  ]
}

/** What only the function that lets a centre go may do: remove what the centre may never remove itself. */
export function letGo(account: string): Statement[] {
  const platform = [tableArn(account, 'platform')]
  const kinds = ['ADDRESS', 'AUDIT-DAY', 'CENTRE', 'KEY', 'STAFF']
  const theirs = [...kinds.map((kind) => `T#*#${kind}#*`), 'PERSON#*', 'SIGNED-OUT#*']
  const removing = ['dynamodb:DeleteItem']
  return [
    allow('LookUpLeaving', ['dynamodb:GetItem'], platform, partitionsLike('T#*#OFFBOARDING#*', 'CENTRES')),
    allow('RemovePeople', removing, platform, partitionsLike(...theirs)),
    allow('KeepLines', ['dynamodb:PutItem'], platform, partitionsLike('CENTRES')),
    allow('RemoveFigures', removing, [tableArn(account, 'insights')], partitionsLike('T#*#COHORT#*', 'T#*#FOLDED#*')),
    allow('RemovePlaces', removing, [tableArn(account, 'catalogue')], partitionsLike(`T#${commons}#PLACES#*`)),
  ]
}

/** The Alliance reads a certificate when nobody of the centre can any more. */
export function readCertificates(account: string): Statement {
  const platform = [tableArn(account, 'platform')]
  return allow('ReadCertificates', ['dynamodb:GetItem'], platform, partitionsLike('T#*#OFFBOARDING#*'))
}

export function forgetPeople(poolArn: string): Statement {
  return allow('ForgetPeople', ['cognito-idp:AdminDeleteUser'], [poolArn])
}

/** Writing exports and reading them back. */
export function keepExports(account: string, keyArn: string): Statement[] {
  return [
    allow('KeepExports', ['s3:GetObject', 's3:PutObject'], [`arn:aws:s3:::${exportsBucket(account)}/*`]),
    allow('SealExports', ['kms:Decrypt', 'kms:GenerateDataKey'], [keyArn], {
      StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` },
    }),
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

/** @param origination ARN of the number or pool that texts come from. */
export function sendTexts(origination: string): Statement {
  return allow('SendTexts', ['sms-voice:SendTextMessage'], [origination])
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
