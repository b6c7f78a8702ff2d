/**
 * The five tables, defined once: the CDK, the local stack and the tests all build them from here.
 *
 * Every table has the string keys `pk` and `sk`. An index named `x` has the string keys `xPk` and `xSk` and projects
 * every attribute; an item without those attributes is not in the index. `docs/data-model.md` lists every access
 * pattern with its query.
 */
export const tables = {
  /** Client data. Everything here is personal health information of the centre in the key. */
  care: { indexes: ['client', 'list', 'today', 'party'], stream: true, expires: true },
  /** Activities and their places: no personal information, read by centres that may see them. */
  catalogue: { indexes: ['list'], stream: true, expires: false },
  /** Centres, staff, partners, API keys, sessions. */
  platform: { indexes: ['list'], stream: false, expires: true },
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

/** The key attributes of an index, or of the table itself when no index is named. */
export function keyAttributes(index?: string): { pk: string; sk: string } {
  return index === undefined ? { pk: 'pk', sk: 'sk' } : { pk: `${index}Pk`, sk: `${index}Sk` }
}
