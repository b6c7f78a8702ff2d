import { type TableName, tables } from '../shared/db/tables.ts'

/** Everything, backups and logs too, stays in Canada. */
export const region = 'ca-central-1'

/** Tables are called `<prefix>-<table>`, and whatever else needs a name of its own begins so too. */
export const prefix = 'rxc'

/** @param account its number, or CloudFormation's stand-in for it. */
export function tableArn(account: string, table: TableName): string {
  return `arn:aws:dynamodb:${region}:${account}:table/${prefix}-${table}`
}

/** The table's indexes one by one: a wildcard would take in those that are yet to come. */
export function indexArns(account: string, table: TableName): string[] {
  return tables[table].indexes.map((index) => `${tableArn(account, table)}/index/${index}`)
}

/** The bucket where centres that leave find what is theirs. */
export function exportsBucket(account: string): string {
  return `${prefix}-exports-${account}`
}

/** The bucket of the audit archive. Buckets' names are the whole world's: the account's number makes this one ours. */
export function archiveBucket(account: string): string {
  return `${prefix}-audit-${account}`
}
