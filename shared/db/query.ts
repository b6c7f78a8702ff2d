import { keyAttributes, type TableName } from './tables.ts'

/** One partition of a table or an index, and a stretch of it. */
export interface Query {
  readonly table?: TableName
  readonly index?: string
  /** Below the tenant: `CLIENT#client_1`. */
  readonly partition: string
  /** The commons' partition of that name instead of the tenant's. */
  readonly commons?: true
  /** Only sort keys that begin so, or lie between (both ends included). */
  readonly begins?: string
  readonly between?: readonly [from: string, to: string]
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly descending?: boolean
  /** Sees every write that was answered before; not to be had of an index. */
  readonly consistent?: true
}

export interface Page<T> {
  readonly items: T[]
  readonly nextCursor?: string
}

/** What is stored: keys, index keys, and `data`. */
export type Item = Record<string, unknown>

/** The query that a cursor belongs to: a place outside what it selects is none to go on from. */
export function sealOf({ table = 'care', index, begins, between, descending }: Query, partition: string): string {
  return JSON.stringify([table, index, partition, begins, between, descending === true])
}

/** What of a page's last key a cursor carries: sort keys, and the base partition below the tenant. */
export function endKeys(last: Item, index: string | undefined): Record<string, string> {
  const key = keyAttributes(index)
  const pk = String(last.pk)
  const base = index === undefined ? {} : { pk: pk.slice(pk.indexOf('#', 2) + 1), sk: String(last.sk) }
  return { ...base, [key.sk]: String(last[key.sk]) }
}

/** The key condition of a query whose partition is complete. */
export function condition({ index, begins, between }: Query, partition: string) {
  const key = keyAttributes(index)
  const sorted = { '#p': key.pk, '#s': key.sk }
  if (begins !== undefined) {
    return {
      KeyConditionExpression: '#p = :p AND begins_with(#s, :s)',
      ExpressionAttributeNames: sorted,
      ExpressionAttributeValues: { ':p': partition, ':s': begins },
    }
  }
  if (between !== undefined) {
    return {
      KeyConditionExpression: '#p = :p AND #s BETWEEN :from AND :to',
      ExpressionAttributeNames: sorted,
      ExpressionAttributeValues: { ':p': partition, ':from': between[0], ':to': between[1] },
    }
  }
  return {
    KeyConditionExpression: '#p = :p',
    ExpressionAttributeNames: { '#p': key.pk },
    ExpressionAttributeValues: { ':p': partition },
  }
}
