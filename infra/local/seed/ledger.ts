import { BatchGetCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '../../../shared/db/database.ts'
import { keyAttributes, tables } from '../../../shared/db/tables.ts'

type Attributes = Record<string, unknown>

/** An item in its table. */
export interface Entry {
  readonly TableName: string
  readonly Item: Attributes
}

/**
 * Stands in for the connection while the seed lives through eight months: keeps what is written, answers from it, and
 * in the end has each item once, as it was left. Thousands of commands one after the other would take the engine far
 * longer than anybody waits for a first start. One command at a time, so no condition can fail, and none is looked at.
 */
export function openLedger(prefix: string): { database: Database; entries(): Entry[] } {
  const items = new Map<string, Entry>()
  /** Addresses of items by table, key attribute and partition. */
  const partitions = new Map<string, Set<string>>()
  const documents = { send: async (command: unknown) => answer(command) } as unknown as Database['documents']
  // Nobody is given a cursor.
  return { database: { documents, prefix, cursorSecret: '' }, entries: () => [...items.values()] }

  function answer(command: unknown): unknown {
    if (command instanceof GetCommand) return { Item: find(command.input.TableName, command.input.Key) }
    if (command instanceof BatchGetCommand) return { Responses: findAll(command.input.RequestItems) }
    if (command instanceof QueryCommand) return { Items: query(command.input) }
    if (command instanceof PutCommand) return put(command.input)
    if (!(command instanceof TransactWriteCommand)) throw new Error('The ledger does not know this command.')
    for (const { Put, Delete } of command.input.TransactItems ?? []) {
      if (Put) put(Put)
      if (Delete) remove(addressOf(Delete.TableName, Delete.Key))
    }
    return {}
  }

  function find(table: string | undefined, key: Attributes | undefined): Attributes | undefined {
    return items.get(addressOf(table, key))?.Item
  }

  function findAll(asked: BatchGetCommand['input']['RequestItems'] = {}): Record<string, Attributes[]> {
    return Object.fromEntries(
      Object.entries(asked).map(([table, { Keys = [] }]) => [
        table,
        Keys.flatMap((key): Attributes[] => present(find(table, key))),
      ]),
    )
  }

  function query({
    TableName = '',
    ExpressionAttributeNames: names = {},
    ExpressionAttributeValues: values = {},
    ScanIndexForward = true,
  }: QueryCommand['input']): Attributes[] {
    const pk = names['#p'] ?? 'pk'
    const sk = pk === 'pk' ? 'sk' : pk.replace(/Pk$/, 'Sk')
    const sortOf = (item: Attributes) => String(item[sk])
    const isAskedFor = (sort: string) =>
      values[':from'] === undefined
        ? sort.startsWith(values[':s'] ?? '')
        : sort >= values[':from'] && sort <= values[':to']
    const found = [...(partitions.get(`${TableName}\n${pk}\n${values[':p']}`) ?? [])]
      .flatMap((address) => present(items.get(address)?.Item))
      .filter((item) => isAskedFor(sortOf(item)))
      .sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1))
    return ScanIndexForward ? found : found.reverse()
  }

  function put({ TableName = '', Item = {} }: PutCommand['input']): void {
    const address = addressOf(TableName, Item)
    remove(address)
    items.set(address, { TableName, Item })
    for (const place of placesOf({ TableName, Item })) {
      const partition = partitions.get(place) ?? new Set()
      partitions.set(place, partition.add(address))
    }
  }

  function remove(address: string): void {
    const entry = items.get(address)
    if (entry === undefined) return
    for (const place of placesOf(entry)) partitions.get(place)?.delete(address)
    items.delete(address)
  }
}

function present(item: Attributes | undefined): Attributes[] {
  return item === undefined ? [] : [item]
}

function addressOf(table: string | undefined, key: Attributes | undefined): string {
  return `${table}\n${key?.pk}\n${key?.sk}`
}

const attributes = [
  'pk',
  ...new Set(Object.values(tables).flatMap(({ indexes }) => indexes.map((index) => keyAttributes(index).pk))),
]

/** Every partition that an item is in: its table's, and those of the indexes that hold it. */
function placesOf({ TableName, Item }: Entry): string[] {
  return attributes.flatMap((attribute) =>
    Item[attribute] === undefined ? [] : `${TableName}\n${attribute}\n${Item[attribute]}`,
  )
}
