import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { keyAttributes, projectionOf, type TableDefinition, tables } from '../../shared/db/tables.ts'

/**
 * Creates the tables of `shared/db/tables.ts` that are missing, named `<prefix>-<table>`, and waits until they can be
 * used. Running it again changes nothing.
 * @throws Error when a table of that name lacks an index: an older version made it.
 */
export async function createTables(client: DynamoDBClient, prefix: string): Promise<void> {
  await Promise.all(
    Object.entries(tables).map(([table, definition]) => ready(client, `${prefix}-${table}`, definition)),
  )
}

/**
 * The ARN of a table's stream, for {@link followStream}.
 * @throws Error when the table has no stream.
 */
export async function streamArn(client: DynamoDBClient, name: string): Promise<string> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
  if (!Table?.LatestStreamArn) throw new Error(`Table ${name} has no stream.`)
  return Table.LatestStreamArn
}

async function ready(client: DynamoDBClient, name: string, definition: TableDefinition): Promise<void> {
  await client.send(new CreateTableCommand(described(name, definition))).catch((error: unknown) => {
    if (!(error instanceof ResourceInUseException)) throw error
  })
  await waitUntilTableExists({ client, minDelay: 1, maxDelay: 2, maxWaitTime: 60 }, { TableName: name })
  await checkIndexes(client, name, definition)
  if (definition.expires) await expire(client, name)
}

/** A table as `CreateTable` takes it. */
export function described(name: string, { indexes, stream }: TableDefinition): CreateTableCommandInput {
  const keys = [keyAttributes(), ...indexes.map(keyAttributes)]
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys
      .flatMap(({ pk, sk }) => [pk, sk])
      .map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' })),
    KeySchema: keySchema(),
    // An empty list is refused.
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: projectionOf(index) },
      })),
    }),
    ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } }),
  }
}

function keySchema(index?: string): NonNullable<CreateTableCommandInput['KeySchema']> {
  const { pk, sk } = keyAttributes(index)
  return [
    { AttributeName: pk, KeyType: 'HASH' },
    { AttributeName: sk, KeyType: 'RANGE' },
  ]
}

async function checkIndexes(client: DynamoDBClient, name: string, { indexes }: TableDefinition): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
  const present = new Set(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName))
  const missing = indexes.filter((index) => !present.has(index))
  if (missing.length > 0) {
    throw new Error(
      `Table ${name} lacks the index ${missing.join(', ')}: delete the database's folder and start again.`,
    )
  }
}

async function expire(client: DynamoDBClient, name: string): Promise<void> {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }))
  // DynamoDB refuses to enable it twice.
  if (TimeToLiveDescription?.AttributeName === 'expires') return
  const enabled = { AttributeName: 'expires', Enabled: true }
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: enabled }))
}
