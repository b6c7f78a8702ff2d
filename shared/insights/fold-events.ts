import type { Context } from '../core/context.ts'
import { Contended } from '../core/errors.ts'
import { adjust, type Change, type Event } from '../db/event.ts'
import { cohortOf, fold } from './fold.ts'
import { CohortMonth, emptyMonth, Folded } from './schema.ts'

/** A commit holds 100 items; a batch may touch at most this many seconds and months together. */
const mostItems = 90
const attempts = 8

/** A store that may write figures, and the time. */
type Folding = Pick<Context, 'store' | 'now'>

/**
 * Adds one centre's events to its figures, each exactly once however often it is handed over. The ids of the events
 * counted are kept by the second they happened in, and are written together with the counts: a batch that comes again,
 * whole or in part, finds its events there.
 */
export async function foldEvents(ctx: Folding, events: readonly Event[]): Promise<void> {
  const counting = events.filter((event) => cohortOf(event) !== undefined)
  for (const part of parts(counting)) await foldPart(ctx, part)
}

async function foldPart(ctx: Folding, events: readonly Event[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await foldOnce(ctx, events)
    } catch (error) {
      // Another batch counted in the same month: look again.
      if (!(error instanceof Contended) || attempt === attempts) throw error
    }
  }
}

async function foldOnce({ store, now }: Folding, events: readonly Event[]): Promise<void> {
  const seconds = [...new Set(events.map(secondOf))]
  const months = [...new Set(events.flatMap((event) => cohortOf(event) ?? []))]
  const [folded, counted] = await Promise.all([store.findMany(Folded, seconds), store.findMany(CohortMonth, months)])
  const known = new Set(folded.flatMap(({ events: ids }) => ids))
  const fresh = [...new Map(events.map((event) => [event.id, event])).values()].filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return
  const marks = seconds.flatMap((id) => {
    const added = fresh.filter((event) => secondOf(event) === id).map((event) => event.id)
    const before = folded.find((mark) => mark.id === id)
    const after = {
      id,
      version: (before?.version ?? 0) + 1,
      events: [...(before?.events ?? []), ...added],
      foldedAt: now,
    }
    return added.length > 0 ? [adjust(Folded, before, after)] : []
  })
  const figures = months.flatMap((id) => {
    const before = counted.find((month) => month.id === id)
    const added = fresh.filter((event) => cohortOf(event) === id)
    const after = added.reduce(fold, before ?? emptyMonth(id))
    return added.length > 0 ? [adjust(CohortMonth, before, { ...after, version: after.version + 1 })] : []
  })
  const [first, ...rest]: Change[] = [...figures, ...marks]
  if (first) await store.commit([first, ...rest])
}

function secondOf(event: Event): string {
  return event.at.slice(0, 19)
}

/** Stretches of events that one commit can hold. */
function parts(events: readonly Event[]): readonly (readonly Event[])[] {
  const found: Event[][] = []
  let touched = new Set<string>()
  for (const event of events) {
    const items = [secondOf(event), String(cohortOf(event))]
    const current = found.at(-1)
    if (current === undefined || new Set([...touched, ...items]).size > mostItems) {
      found.push([event])
      touched = new Set(items)
    } else {
      current.push(event)
      for (const item of items) touched.add(item)
    }
  }
  return found
}
