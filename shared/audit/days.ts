import type { Context } from '../core/context.ts'
import { Contended } from '../core/errors.ts'
import { addDays, addSeconds, startOfDay } from '../core/time.ts'
import { adjust, type Change } from '../db/event.ts'
import { AuditDay, countDay } from './day.ts'

/** One request looks through this many entries and finishes the days that it has begun: some ten reads of a megabyte. */
const mostEntries = 20_000
const atOnce = 8
/** How long after a day its last entry may still be on its way. */
const patienceSeconds = 3600

/**
 * The days of a year that are over, counted, as far as one request goes: those counted before are read, a year at most,
 * and the others are counted in order until enough has been looked through, and kept.
 * @returns `isComplete` when no day that is over is left.
 */
export async function countedDays(
  ctx: Context,
  year: number,
): Promise<{ readonly days: readonly AuditDay[]; readonly isComplete: boolean }> {
  const over = daysOver(ctx, year)
  const known = await ctx.store.findMany(AuditDay, over)
  const missing = over.filter((day) => !known.some(({ id }) => id === day))
  const fresh: AuditDay[] = []
  for (let start = 0; start < missing.length; start += atOnce) {
    const days = await Promise.all(missing.slice(start, start + atOnce).map((day) => countDay(ctx, day)))
    await keep(ctx, days)
    fresh.push(...days)
    if (fresh.reduce((sum, day) => sum + entriesOf(day), 0) > mostEntries) break
  }
  return { days: [...known, ...fresh], isComplete: fresh.length === missing.length }
}

/** Days of a year, in the centre's calendar, that will have no further entry. */
function daysOver(ctx: Context, year: number): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const ended = startOfDay(ctx.centre.zone, addDays(day, 1))
    if (addSeconds(ended, patienceSeconds) > ctx.now) break
    days.push(day)
  }
  return days
}

async function keep(ctx: Context, days: readonly AuditDay[]): Promise<void> {
  const [first, ...rest]: Change[] = days.map((day) => adjust(AuditDay, undefined, day))
  try {
    if (first) await ctx.store.commit([first, ...rest])
  } catch (error) {
    // Somebody else counted one of them in the same instant, and came to the same.
    if (!(error instanceof Contended)) throw error
  }
}

function entriesOf({ accesses }: AuditDay): number {
  return Object.values(accesses).reduce((sum, n) => sum + n, 0)
}
