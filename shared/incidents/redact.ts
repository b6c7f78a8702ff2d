import type { Context } from '../core/context.ts'
import { change } from '../db/event.ts'
import { Incident } from './schema.ts'

const gone = '[…]'

/**
 * Takes what somebody was called or reached by out of the register's words. They should name nobody; where they do, the
 * incident stays and the name goes.
 * @param names whole words, as they are written.
 */
export async function redactIncidents(ctx: Context, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  const incidents = await ctx.store.queryAll<Incident>({ index: 'list', partition: 'INCIDENTS' })
  for (const incident of incidents) {
    const what = redacted(incident.what, names)
    if (what === incident.what) continue
    const after = { ...incident, what, version: incident.version + 1 }
    const told = change(Incident, incident, after, 'updated', { fields: ['what'] })
    await ctx.store.commit([{ ...told, contended: true }], { partial: true })
  }
}

/** Pure. The longest first: `Anne-Marie` before `Anne`. */
function redacted(words: string, names: readonly string[]): string {
  const longest = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return words.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})(?![\\p{L}\\p{N}])`, 'gu'), gone)
}
