import { readFileSync } from 'node:fs'
import { entries, type FunctionName } from '../../infra/bundle.ts'
import type { Cloud } from './cloud.ts'

/** What each command of the AWS SDK needs. One that is not here is not used by the product yet. */
const actions: Readonly<Record<string, readonly string[]>> = {
  Get: ['dynamodb:GetItem'],
  BatchGet: ['dynamodb:BatchGetItem'],
  Query: ['dynamodb:Query'],
  Put: ['dynamodb:PutItem'],
  Update: ['dynamodb:UpdateItem'],
  Delete: ['dynamodb:DeleteItem'],
  AssumeRole: ['sts:AssumeRole', 'sts:TagSession'],
  GetSecretValue: ['secretsmanager:GetSecretValue'],
  SendMessage: ['sqs:SendMessage'],
  SendEmail: ['ses:SendEmail'],
  SendTextMessage: ['sms-voice:SendTextMessage'],
  ListObjectsV2: ['s3:ListBucket'],
  GetObject: ['s3:GetObject'],
  PutObject: ['s3:PutObject'],
  AdminCreateUser: ['cognito-idp:AdminCreateUser'],
  AdminDeleteUser: ['cognito-idp:AdminDeleteUser'],
  AdminGetUser: ['cognito-idp:AdminGetUser'],
  AdminDisableUser: ['cognito-idp:AdminDisableUser'],
  AdminEnableUser: ['cognito-idp:AdminEnableUser'],
  AdminUserGlobalSignOut: ['cognito-idp:AdminUserGlobalSignOut'],
}

/** A transaction is allowed by what its parts need. */
const parts: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Delete: 'dynamodb:DeleteItem',
  Update: 'dynamodb:UpdateItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
}

/**
 * Every action that a function's code calls for: the commands that its bundle constructs, read from those of our files
 * that are in it.
 * @throws Error for a command that this table does not know.
 */
export function usedActions({ bundles }: Cloud, name: FunctionName): ReadonlySet<string> {
  const output = Object.values(bundles.metafile.outputs).find(({ entryPoint }) => entryPoint === entries[name])
  const files = Object.entries(output?.inputs ?? {})
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && /^(functions|shared)\/.*\.ts$/.test(file))
    .map(([file]) => readFileSync(file, 'utf8'))
  const found = (pattern: RegExp) => files.flatMap((text) => [...text.matchAll(pattern)].map(([, word = '']) => word))
  const commands = new Set(found(/\bnew (\w+)Command\(/g))
  return new Set(
    [...commands].flatMap((command) => {
      if (command === 'TransactWrite') return found(/\b(Put|Delete|Update|ConditionCheck): \{/g).flatMap(partAction)
      const needed = actions[command]
      if (needed === undefined) throw new Error(`What does ${command}Command need?`)
      return needed
    }),
  )
}

function partAction(part: string): string[] {
  const action = parts[part]
  return action === undefined ? [] : [action]
}
