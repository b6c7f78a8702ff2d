import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Entry {
  readonly payload: AdapterPayload
  /** Epoch milliseconds. */
  readonly until: number
}

/** More entries than this push the oldest out: some two thousand sign-ins. */
const most = 10_000

/** Keeps the provider's sessions, grants and refresh tokens in memory, until they expire or too many have come since. */
export function memoryAdapter(): AdapterFactory {
  const entries = new Map<string, Entry>()
  return (model) => adapter(entries, model)
}

function adapter(entries: Map<string, Entry>, model: string): Adapter {
  const key = (id: string) => `${model}:${id}`
  return {
    async upsert(id, payload, expiresIn) {
      entries.delete(key(id))
      entries.set(key(id), { payload, until: expiresIn ? Date.now() + expiresIn * 1_000 : Number.POSITIVE_INFINITY })
      const oldest = entries.keys().next().value
      if (entries.size > most && oldest !== undefined) entries.delete(oldest)
    },
    find: async (id) => current(entries.get(key(id))),
    async findByUid(uid) {
      return search(entries, (payload, name) => payload.uid === uid && name.startsWith(`${model}:`))[0]?.[1]
    },
    findByUserCode: async () => undefined,
    async consume(id) {
      const payload = current(entries.get(key(id)))
      if (payload) payload.consumed = Math.floor(Date.now() / 1_000)
    },
    async destroy(id) {
      entries.delete(key(id))
    },
    async revokeByGrantId(grantId) {
      const granted = search(entries, (payload, name) => payload.grantId === grantId && name.startsWith(`${model}:`))
      for (const [name] of granted) entries.delete(name)
    },
  }
}

function current(entry: Entry | undefined): AdapterPayload | undefined {
  return entry && entry.until > Date.now() ? entry.payload : undefined
}

function search(entries: Map<string, Entry>, matches: (payload: AdapterPayload, name: string) => boolean) {
  return [...entries].flatMap(([name, entry]): [string, AdapterPayload][] => {
    const payload = current(entry)
    return payload && matches(payload, name) ? [[name, payload]] : []
  })
}
