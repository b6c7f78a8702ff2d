import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { monthNamed, monthNumber } from '../core/months.ts'
import { type Definition, dictionary } from './dictionary.ts'
import { CohortMonth } from './schema.ts'
import { changes, funnel, total, waits } from './summary.ts'

export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ example: '2026-11' })

/** Referrals that came in from one month to another, both included; the last twelve months unless said. */
export const Period = z.strictObject({ from: month.optional(), to: month.optional() })
export type Period = z.infer<typeof Period>

/** A dashboard reads as many items as its period has months, whatever the history: this bounds it. */
const mostMonths = 36

export interface Insights {
  readonly period: { readonly from: string; readonly to: string }
  readonly funnel: ReturnType<typeof funnel>
  readonly waits: { readonly contact: ReturnType<typeof waits>; readonly prescription: ReturnType<typeof waits> }
  readonly closings: Readonly<Record<string, number>>
  readonly loneliness: ReturnType<typeof changes>
  readonly definitions: Definition[]
}

/** A centre's own figures, of the referrals that came in during a period. */
export async function readInsights(ctx: Context, period: Period): Promise<Insights> {
  ctx.require('insights:read')
  const months = monthsOf(period, ctx.today)
  const figures = total(await ctx.store.findMany(CohortMonth, months))
  return {
    period: { from: months[0] ?? '', to: months.at(-1) ?? '' },
    funnel: funnel(figures),
    waits: { contact: waits(figures.daysToContact), prescription: waits(figures.daysToPrescription) },
    closings: figures.closings,
    loneliness: changes(figures, 'ucla-3'),
    definitions: dictionary(ctx.locale),
  }
}

/**
 * The months of a period, in order.
 * @param within where in the request it was, for the faults.
 * @throws InvalidInput when it ends before it begins, or spans more than three years.
 */
export function monthsOf({ from, to }: Period, today: string, within = '/query'): string[] {
  const last = monthNumber(to ?? today.slice(0, 7))
  const first = from === undefined ? last - 11 : monthNumber(from)
  if (first > last) throw new InvalidInput([{ pointer: `${within}/to`, code: 'period-backwards' }])
  if (last - first >= mostMonths) {
    throw new InvalidInput([{ pointer: `${within}/from`, code: 'period-too-long', params: { most: mostMonths } }])
  }
  return Array.from({ length: last - first + 1 }, (_, n) => monthNamed(first + n))
}

/** The months from one to another in order, the last `most` of them. */
export function lastMonths(from: string, to: string, most: number): string[] {
  const [first, last] = [Math.max(monthNumber(from), monthNumber(to) - most + 1), monthNumber(to)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => monthNamed(first + n))
}
