import type { Context } from '../core/context.ts'
import { dateIn } from '../core/time.ts'
import type { Event } from '../db/event.ts'
import { Hold } from '../holds/schema.ts'

/** What is done about keeping a record is no entry in it. */
const aboutKeeping: readonly string[] = [Hold.name]

/**
 * The day of the last entry in a person's record, in the centre's calendar; seen as the custodian sees it, for a rule
 * that must hold whoever asks.
 * @param clients the record, and those that went into it.
 */
export async function lastEntryOn(
  { centre, store: own }: Pick<Context, 'centre' | 'store'>,
  clients: readonly string[],
): Promise<string | undefined> {
  const store = own.asCustodian()
  const latest = await Promise.all(
    clients.map(async (client) => {
      let cursor: string | undefined
      do {
        const page = await store.query<Event>({
          index: 'client',
          partition: `CLIENT#${client}`,
          begins: 'EVENT#',
          descending: true,
          limit: 5,
          cursor,
        })
        const entry = page.items.find(({ kind }) => !aboutKeeping.includes(kind))
        if (entry !== undefined) return dateIn(centre.zone, entry.at)
        cursor = page.nextCursor
      } while (cursor !== undefined)
    }),
  )
  return latest
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1)
}
