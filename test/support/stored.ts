import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { inject } from 'vitest'
import { prefix, region } from '../../infra/place.ts'
import { type TableName, tables } from '../../shared/db/tables.ts'

/** An item as the engine keeps it. */
export interface Stored {
  readonly table: TableName
  readonly pk: string
  readonly sk: string
  readonly item: Record<string, AttributeValue>
  /** All of it, to look for words in. */
  readonly text: string
}

type Key = Record<string, AttributeValue>

/** Signed by nobody: the engine of the tests asks only who it is that says so. */
const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=none`

/**
 * Every item in every table of the engine, or in those named, whoever’s it is. Asked for without the SDK, which would take longer to read
 * the answers than all else in a test.
 */
export async function allStored(names = Object.keys(tables) as readonly TableName[]): Promise<Stored[]> {
  const found: Stored[] = []
  for (const table of names) {
    let from: Key | undefined
    do {
      const { Items, LastEvaluatedKey } = await scan({
        TableName: `${prefix}-${table}`,
        ...(from && { ExclusiveStartKey: from }),
      })
      for (const item of Items) {
        found.push({ table, pk: item.pk?.S ?? '', sk: item.sk?.S ?? '', item, text: JSON.stringify(item) })
      }
      from = LastEvaluatedKey
    } while (from !== undefined)
  }
  return found
}

async function scan(body: { readonly TableName: string; readonly ExclusiveStartKey?: Key }) {
  const response = await fetch(inject('databaseEndpoint'), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': 'DynamoDB_20120810.Scan',
      'X-Amz-Date': '20260101T000000Z',
      Authorization: authorization,
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`The engine refused to be read: ${response.status} ${await response.text()}`)
  return (await response.json()) as { Items: Key[]; LastEvaluatedKey?: Key }
}
