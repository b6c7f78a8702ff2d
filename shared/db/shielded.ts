import type { Directive } from '../directives/schema.ts'
import type { StoreScope } from './commit.ts'
import type { Item } from './query.ts'
import { ReadLog } from './read-log.ts'
import { directivesAgainst, isWithheld, type Reader, type ShieldEntry } from './shield.ts'
import type { TableName } from './tables.ts'
import type { TenantTables } from './tenant-tables.ts'

/** Lets through what a reader may see. */
type Sieve = (items: readonly Item[]) => readonly Item[]

/**
 * The one filter that every read of client data goes through: what directives withhold from this reader is not there.
 * They are read once a request, beside the first read; a request that cannot read them gets nothing. What passes is
 * noted for the audit log.
 */
export class Shielded {
  readonly reads = new ReadLog()
  readonly #tables: TenantTables
  readonly #scope: StoreScope
  #against: Promise<readonly Directive[]> | undefined
  #isIncomplete = false

  constructor(tables: TenantTables, scope: StoreScope) {
    this.#tables = tables
    this.#scope = scope
  }

  /** Whether anything was withheld so far. */
  get isIncomplete(): boolean {
    return this.#isIncomplete
  }

  /** What a read of a table is passed through: nothing is withheld where no client data is. */
  async sieve(table: TableName): Promise<Sieve> {
    if (table !== 'care') return (items) => items
    const against = await this.#againstReader()
    return (items) => {
      const shown = items.filter(({ data }) => !isWithheld(against, data))
      if (shown.length < items.length) this.#isIncomplete = true
      for (const { data } of shown) this.reads.note(data)
      return shown
    }
  }

  /** Whether directives withhold a thing from somebody who is not the reader. */
  async withholds(data: { readonly id: string; readonly client: string }, from: Reader): Promise<boolean> {
    return isWithheld(await this.#directives(from), data)
  }

  /** How much of a client's record is withheld from the reader. */
  async withheldOf(client: string): Promise<'all' | 'part' | 'nothing'> {
    const scopes = (await this.#againstReader()).filter((directive) => directive.client === client)
    if (scopes.some(({ scope }) => scope.kind === 'record')) return 'all'
    return scopes.length > 0 ? 'part' : 'nothing'
  }

  #againstReader(): Promise<readonly Directive[]> {
    this.#against ??= this.#directives(this.#scope.actor)
    return this.#against
  }

  async #directives(reader: Reader): Promise<readonly Directive[]> {
    // The product itself is withheld nothing: see `directivesAgainst`.
    if (reader.kind === 'system') return []
    const entries: ShieldEntry[] = []
    for await (const items of this.#tables.pages({ partition: 'SHIELD', consistent: true })) {
      entries.push(...items.map(({ data }) => data as ShieldEntry))
    }
    return directivesAgainst(entries, reader, this.#scope)
  }
}
