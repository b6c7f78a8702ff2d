/**
 * The five tables, defined once: the CDK, the local stack and the tests all build them from here.
 *
 * Every table has the string keys `pk` and `sk`. An index named `x` has the string keys `xPk` and `xSk` and projects
 * every attribute, but for the index `all`, which projects keys; an item without those attributes is not in the index. `docs/data-model.md` lists every access
 * pattern with its query.
 */
export const tables = {
  /** Client data. Everything here is personal health information of the centre in the key. */
  care: { indexes: ['client', 'list', 'today', 'party', 'all'], stream: true, expires: true },
  /** Activities and their places: no personal information, read by centres that may see them. */
  catalogue: { indexes: ['list', 'all'], stream: true, expires: false },
  /** Centres, staff, partners, API keys, sessions. */
  platform: { indexes: ['list', 'all'], stream: false, expires: true },
  /** Counters and joint histograms: no person in it. */
  insights: { indexes: [], stream: false, expires: true },
  /** Who did what to whom. Appended to, never changed. */
  audit: { indexes: ['client', 'actor'], stream: false, expires: false },
} as const satisfies Record<string, TableDefinition>

export interface TableDefinition {
  /** Names of the global secondary indexes. */
  readonly indexes: readonly string[]
  /** Whether a stream of new images feeds the worker. */
  readonly stream: boolean
  /** Whether items may carry `expires`, the epoch second after which DynamoDB removes them. */
  readonly expires: boolean
}

export type TableName = keyof typeof tables

/**
 * The index that every snapshot of a centre is in, whatever its kind: how all that a centre has is found without a scan.
 * It holds keys only, which never change, so that a write of a known entity costs nothing more.
 */
export const everything = 'all'

/** What of an item an index holds. */
export function projectionOf(index: string): 'ALL' | 'KEYS_ONLY' {
  return index === everything ? 'KEYS_ONLY' : 'ALL'
}

/** The key attributes of an index, or of the table itself when no index is named. */
export function keyAttributes(index?: string): { pk: string; sk: string } {
  return index === undefined ? { pk: 'pk', sk: 'sk' } : { pk: `${index}Pk`, sk: `${index}Sk` }
}
