import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { date } from '../core/text.ts'
import { disposalsOf } from '../disposals/list.ts'
import { incidentsOf } from '../incidents/list.ts'
import { incidentKinds } from '../incidents/schema.ts'
import type { Histogram } from '../insights/schema.ts'
import type { AuditDay } from './day.ts'
import { countedDays } from './days.ts'

const count = z.int().min(0)
const histogram = z.record(z.string(), count)

/**
 * A year in numbers, for the Information and Privacy Commissioner's annual statistics and breach counts (O. Reg. 329/04,
 * s. 6.4), and for the centre itself. Days are the centre's.
 */
export const YearlyCountSchema = z.strictObject({
  year: z.int().meta({ example: 2026 }),
  /** The last day in it; none before the year's first day is over. */
  countedTo: date.optional(),
  /** Whether every day that is over is in it. Ask again when not: each request counts further. */
  isComplete: z.boolean(),
  /** Requests that left a trace; one may have concerned many clients. */
  requests: count,
  /** Traces, one for each client concerned, by access: read, write, export, refused ... */
  accesses: histogram,
  /** The same by `<access>:<kind of information>`. */
  information: histogram,
  /** Refusals by code. */
  refusals: histogram,
  breakGlass: count,
  directives: z.strictObject({ set: count, lifted: count }),
  consents: z.strictObject({ given: count, withdrawn: count }),
  /** What clients asked of their own records. */
  rights: z.strictObject({ accessReports: count, records: count, corrections: count, statements: count }),
  disposals: count,
  /** Incidents by kind, by the day on which they were discovered. */
  incidents: z.record(z.enum(incidentKinds), count),
})
export type YearlyCount = z.infer<typeof YearlyCountSchema>

/**
 * The centre's yearly count. Reads one item for each day, and counts days that nobody has counted yet: 20,000 entries of
 * the log a request.
 * @throws InvalidInput for a year that has not begun.
 */
export async function countYear(ctx: Context, given?: number): Promise<YearlyCount> {
  ctx.require('audit:read')
  const year = given ?? Number(ctx.today.slice(0, 4))
  if (`${year}-01-01` > ctx.today) throw new InvalidInput([{ pointer: '/query/year', code: 'future-date' }])
  const [{ days, isComplete }, incidents, disposals] = await Promise.all([
    countedDays(ctx, year),
    incidentsOf(ctx, year),
    disposalsOf(ctx, year),
  ])
  const sum = (of: (day: AuditDay) => Histogram) => added(days.map(of))
  const purposes = sum((day) => day.purposes)
  const times = (...names: readonly string[]) => names.reduce((total, name) => total + (purposes[name] ?? 0), 0)
  const countedTo = days
    .map(({ id }) => id)
    .toSorted()
    .at(-1)
  return {
    year,
    ...(countedTo && { countedTo }),
    isComplete,
    requests: days.reduce((total, { requests }) => total + requests, 0),
    accesses: sum(({ accesses }) => accesses),
    information: sum(({ information }) => information),
    refusals: sum(({ refusals }) => refusals),
    breakGlass: times('write:breakGlass'),
    directives: { set: times('write:setDirective'), lifted: times('write:liftDirective') },
    consents: { given: times('write:giveConsent'), withdrawn: times('write:withdrawConsent') },
    rights: {
      accessReports: times('export:getAccessReport'),
      records: times('export:getClientRecord'),
      corrections: times('write:updateClient', 'write:updateGoal'),
      statements: times('write:attachStatement'),
    },
    disposals,
    incidents: Object.fromEntries(
      incidentKinds.map((kind) => [kind, incidents.filter((incident) => incident.kind === kind).length]),
    ) as YearlyCount['incidents'],
  }
}

function added(histograms: readonly Histogram[]): Histogram {
  const sum = new Map<string, number>()
  for (const [name, n] of histograms.flatMap((histogram) => Object.entries(histogram))) {
    sum.set(name, (sum.get(name) ?? 0) + n)
  }
  return Object.fromEntries([...sum].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
