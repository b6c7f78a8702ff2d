import type { AuditEntry } from '../audit/schema.ts'
import { type Access, auditItem, type CommitItem, type StoreScope } from './commit.ts'
import { clientOf, kindOf } from './shield.ts'

/** What one request has been shown, of whom: what the audit log is told beside the answer. */
export class ReadLog {
  readonly #seen = new Map<string, Set<string>>()

  /** Notes a stored thing that is going to be shown. */
  note(data: unknown): void {
    for (const about of toldBy(data)) {
      const client = clientOf(about)
      if (client !== undefined) this.#seen.set(client, (this.#seen.get(client) ?? new Set()).add(kindOf(about)))
    }
  }

  /** One entry for each client seen; of a refusal one at least, with nobody's name to it where nobody was seen. */
  entries(scope: StoreScope, access: AuditEntry['access'], refusal?: string): CommitItem[] {
    const accesses = [...this.#seen].map(
      ([client, kinds]): Access => ({ access, client, information: [...kinds].sort(), ...(refusal && { refusal }) }),
    )
    if (accesses.length === 0 && refusal) accesses.push({ access, client: undefined, information: [], refusal })
    return accesses.map((entry) => auditItem(scope, entry))
  }
}

/** The thing itself; of an answer kept for a repeated request what it tells of. */
function toldBy(data: unknown): readonly { id?: string; client?: string | object }[] {
  const { digest, result = {} } = (data ?? {}) as { digest?: string; result?: { id?: string; items?: unknown } }
  if (digest === undefined) return [data ?? {}]
  return Array.isArray(result.items) ? result.items : [result]
}
