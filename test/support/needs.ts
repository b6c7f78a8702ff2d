import { keyAttributes } from '../../shared/db/tables.ts'

/** One thing that a request to DynamoDB must be allowed. */
export interface Need {
  readonly action: string
  readonly table: string
  readonly index?: string
  /** Partition keys, as DynamoDB tells IAM: of the table, or of the index that is asked. None for a scan. */
  readonly keys?: readonly string[]
}

type Attributes = Readonly<Record<string, { readonly S?: string }>>
interface Place {
  readonly TableName: string
  readonly Key?: Attributes
  readonly Item?: Attributes
}
interface Body extends Place {
  readonly IndexName?: string
  readonly KeyConditionExpression?: string
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>
  readonly ExpressionAttributeValues?: Attributes
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly Attributes[] } | readonly BatchWrite[]>>
  readonly TransactItems?: readonly Readonly<Record<string, Place>>[]
  readonly Statement?: string
  readonly Statements?: readonly { readonly Statement: string }[]
  readonly TransactStatements?: readonly { readonly Statement: string }[]
}
interface BatchWrite {
  readonly PutRequest?: { readonly Item: Attributes }
  readonly DeleteRequest?: { readonly Key: Attributes }
}

/** A transaction is allowed by what its parts need. */
const parts: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Delete: 'DeleteItem',
  Update: 'UpdateItem',
  ConditionCheck: 'ConditionCheckItem',
}
const statements = { SELECT: 'Select', INSERT: 'Insert', UPDATE: 'Update', DELETE: 'Delete' } as const

/**
 * What a request needs, as IAM is asked: an action on a table or an index, with the partition keys that it names.
 * @param operation as in the request's target: `GetItem`.
 * @param body as it goes over the wire.
 */
export function needsOf(operation: string, body: Body): Need[] {
  switch (operation) {
    case 'GetItem':
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [{ action: operation, table: body.TableName, keys: keysOf([body]) }]
    case 'Query':
      return [{ ...indexed(operation, body), ...queried(body) }]
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.entries(body.RequestItems ?? {}).map(([table, wanted]) => ({
        action: operation,
        table,
        keys: keysOf('Keys' in wanted ? wanted.Keys.map((Key) => ({ Key })) : wanted.map(placeOf)),
      }))
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return ofParts((body.TransactItems ?? []).flatMap((item) => Object.entries(item)))
    case 'ExecuteStatement':
      return [ofStatement(body.Statement)]
    case 'BatchExecuteStatement':
      return (body.Statements ?? []).map(({ Statement }) => ofStatement(Statement))
    case 'ExecuteTransaction':
      return (body.TransactStatements ?? []).map(({ Statement }) => ofStatement(Statement))
    default:
      return [indexed(operation, body)]
  }
}

function indexed(action: string, { TableName, IndexName }: Body): Need {
  return { action, table: TableName, ...(IndexName && { index: IndexName }) }
}

function keysOf(places: readonly Partial<Place>[]): string[] {
  return places.map(({ Key, Item }) => (Key ?? Item)?.pk?.S ?? '')
}

function placeOf({ PutRequest, DeleteRequest }: BatchWrite): Partial<Place> {
  return { ...PutRequest, ...DeleteRequest }
}

function ofParts(items: readonly (readonly [string, Place])[]): Need[] {
  const grouped = Map.groupBy(items, ([part, { TableName }]) => `${part} ${TableName}`)
  return [...grouped.values()].map((alike) => {
    const [[part, { TableName }] = ['', { TableName: '' }]] = alike
    return { action: parts[part] ?? part, table: TableName, keys: keysOf(alike.map(([, place]) => place)) }
  })
}

/** The value that the key condition compares the partition key with. */
function queried(body: Body): Pick<Need, 'keys'> {
  const { pk } = keyAttributes(body.IndexName)
  const compared = (body.KeyConditionExpression ?? '').matchAll(/([#\w]+) = (:\w+)/g)
  const keys = [...compared].flatMap(([, name = '', value = '']) =>
    (body.ExpressionAttributeNames?.[name] ?? name) === pk ? (body.ExpressionAttributeValues?.[value]?.S ?? []) : [],
  )
  return keys.length > 0 ? { keys } : {}
}

/** PartiQL. Which keys a statement names is not worked out here: a policy that allows any of it is found out anyway. */
function ofStatement(statement = ''): Need {
  const [, verb = '', table = ''] = /^\s*(\w+).*?"([^"]+)"/s.exec(statement) ?? []
  return { action: `PartiQL${statements[verb.toUpperCase() as keyof typeof statements] ?? verb}`, table }
}
