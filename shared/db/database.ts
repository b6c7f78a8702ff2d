import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** A connection and the names it needs. Bound to no tenant: only stores are made from it. */
export interface Database {
  readonly documents: DynamoDBDocumentClient
  /** Tables are called `<prefix>-<table>`. */
  readonly prefix: string
  /** Key that cursors are sealed with. */
  readonly cursorSecret: string
}

/** Connects. The client keeps its sockets for as long as the process lives. */
export function connect(options: { prefix: string; cursorSecret: string; client?: DynamoDBClientConfig }): Database {
  const client = new DynamoDBClient(options.client ?? {})
  // It copies every request and answer for a logger that nobody set: a fifth of the time of a query.
  client.middlewareStack.remove('loggerMiddleware')
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  return { documents, prefix: options.prefix, cursorSecret: options.cursorSecret }
}
