import type { Context } from '../core/context.ts'
import type { Access } from '../db/commit.ts'
import type { NetworkStore } from '../db/network-store.ts'
import type { TenantStore } from '../db/store.ts'
import type { RegisteredCentre } from '../db/system-store.ts'
import { milestones } from '../referrals/milestones.ts'
import { type Definition, dictionary } from './dictionary.ts'
import { monthsOf, type Period } from './read.ts'
import { changes, total, waits } from './summary.ts'
import { fewestCentres, fewestForMean, type Shown, suppressColumn } from './suppress.ts'

type Paired = ReturnType<typeof changes>[number]

export interface NetworkInsights {
  readonly period: { readonly from: string; readonly to: string }
  readonly funnel: { readonly milestone: string; readonly centres: Record<string, Shown>; readonly total: Shown }[]
  readonly waits: { readonly contact: ReturnType<typeof waits> | 'suppressed' }
  readonly loneliness: (Paired | SuppressedChange)[]
  readonly definitions: Definition[]
}

interface SuppressedChange extends Pick<Paired, 'instrument' | 'phase'> {
  readonly suppressed: true
}

/** Where the figures of centres come from, and where each centre finds out that they were looked at. */
export interface Network {
  readonly centres: readonly RegisteredCentre[]
  readonly counters: NetworkStore
  /** The way to one centre's audit log. */
  trailOf(centre: string): Pick<TenantStore, 'auditAccess'>
}

/**
 * The same figures across centres, de-identified: counts of 1 to 5 suppressed with what would give them away, no mean of
 * fewer than ten people, no network figure of fewer than three centres. Each centre's audit log is told of the look; the
 * answer waits for that.
 */
export async function readNetwork(
  ctx: Context,
  { centres, counters, trailOf }: Network,
  period: Period,
): Promise<NetworkInsights> {
  ctx.require('network:read')
  const months = monthsOf(period, ctx.today)
  const byCentre = await Promise.all(
    centres.map(async ({ id }) => ({ id, figures: total(await counters.months(id, months)) })),
  )
  const look: Access = { access: 'network-read', client: undefined, information: ['figures'] }
  await Promise.all(centres.map(({ id }) => trailOf(id).auditAccess(look)))
  const together = total(byCentre.map(({ figures }) => ({ ...figures, id: '', version: 0 })))
  const contact = waits(together.daysToContact)
  const contributing = (n: (figures: (typeof byCentre)[number]['figures']) => number) =>
    byCentre.filter(({ figures }) => n(figures) > 0).length
  return {
    period: { from: months[0] ?? '', to: months.at(-1) ?? '' },
    funnel: milestones.map((milestone) => {
      const counts = byCentre.map(({ id, figures }) => [id, figures.milestones[milestone] ?? 0] as const)
      const { cells, total } = suppressColumn(Object.fromEntries(counts))
      return { milestone, centres: cells, total }
    }),
    waits: {
      contact:
        contact.n >= fewestForMean &&
        contributing(({ daysToContact }) => Object.keys(daysToContact).length) >= fewestCentres
          ? contact
          : 'suppressed',
    },
    loneliness: changes(together, 'ucla-3').map((change) => {
      const name = `${change.instrument}:${change.phase}`
      const isEnough =
        change.paired >= fewestForMean &&
        contributing(({ pairs }) => Object.keys(pairs[name] ?? {}).length) >= fewestCentres
      return isEnough ? change : { instrument: change.instrument, phase: change.phase, suppressed: true }
    }),
    definitions: dictionary(ctx.locale),
  }
}
