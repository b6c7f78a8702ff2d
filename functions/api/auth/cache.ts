/** How long a lookup may be believed: the longest a revoked key or a removed role still works. */
const believedMs = 60_000
const mostEntries = 2_000

/**
 * A look-up remembered for 60 seconds, at most 2,000 answers, the oldest given up first. "Not found" is not remembered,
 * so what was just created works at once.
 */
export function remembered<T>(find: (now: string, ...key: string[]) => Promise<T | undefined>) {
  const known = new Map<string, { value: T; until: number }>()
  return async function recall(now: string, ...key: string[]): Promise<T | undefined> {
    const at = Date.parse(now)
    const name = key.join('\n')
    const hit = known.get(name)
    if (hit !== undefined && at < hit.until) return hit.value
    known.delete(name)
    const value = await find(now, ...key)
    if (value === undefined) return undefined
    const oldest = known.keys().next().value
    if (known.size >= mostEntries && oldest !== undefined) known.delete(oldest)
    known.set(name, { value, until: at + believedMs })
    return value
  }
}
