import { type Holding, Holdings } from '../db/holdings.ts'
import type { Entity } from '../db/kind.ts'
import { partitionOf } from '../db/kind.ts'
import type { Item } from '../db/query.ts'
import { CohortMonth } from '../insights/schema.ts'
import { Disposer } from './disposer.ts'
import type { Means } from './means.ts'
import type { Offboarding } from './schema.ts'
import type { Line } from './target.ts'
import { monthsOf, type Unit } from './units.ts'

/** Things that belong together: what is exported of them, and how they go. */
export interface Entry {
  readonly lines: readonly Line[]
  /** Nothing of the audit log ever goes. */
  remove?(): Promise<void>
}

/** Never exported: what opens something, or is the identity provider's. */
const secrets: Readonly<Record<string, readonly string[]>> = { key: ['digest'], staff: ['subject'] }

/** Everything in a unit, as it is at this moment. */
export async function* entriesOf(means: Means, offboarding: Offboarding, unit: Unit): AsyncGenerator<Entry> {
  const { holdings, store } = means
  const disposer = new Disposer(means, offboarding)
  switch (unit.of) {
    case 'care':
      for await (const holding of holdings.entities('care', unit.part)) {
        if (isGone(holding)) continue
        yield { lines: linesOf(holding), remove: () => disposer.ofCare(holding) }
      }
      return
    case 'catalogue':
    case 'platform':
      for (let part = 0; part < Holdings.parts; part += 1) {
        for await (const holding of holdings.entities(unit.of, part)) {
          if (isGone(holding) || isCertificate(holding)) continue
          const remove = () => (unit.of === 'catalogue' ? disposer.ofCatalogue(holding) : disposer.ofPlatform(holding))
          yield { lines: linesOf(holding), remove }
        }
      }
      return
    case 'insights':
      for (const month of await store.findMany(CohortMonth, monthsOf(offboarding))) {
        const lines = [{ kind: CohortMonth.name, data: { ...month } }]
        yield { lines, remove: () => holdings.removeFigures(partitionOf(CohortMonth, month.id)) }
      }
      return
    case 'audit':
      for (const day of daysOf(unit.month)) {
        const entries = await store.queryAll<Entity>({ table: 'audit', partition: `DAY#${day}` })
        yield { lines: entries.map((data) => ({ kind: 'audit', data: { ...data } })) }
      }
  }
}

/** An entity and its events; copies are no things of their own. */
function linesOf({ items }: Holding): Line[] {
  return items.flatMap((item) => {
    if (item.sk === 'ENTITY') return [{ kind: String(item.kind), data: shown(String(item.kind), item) }]
    return String(item.sk).startsWith('EVENT#') ? [{ kind: 'event', data: shown('event', item) }] : []
  })
}

function shown(kind: string, { data }: Item): Readonly<Record<string, unknown>> {
  const hidden = secrets[kind] ?? []
  return Object.fromEntries(Object.entries(data as object).filter(([field]) => !hidden.includes(field)))
}

/** An index shows for a moment what its table has no more. */
function isGone({ items }: Holding): boolean {
  return items.length === 0
}

function isCertificate({ partition }: Holding): boolean {
  return partition.startsWith('OFFBOARDING#')
}

function daysOf(month: string): string[] {
  return Array.from({ length: 31 }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`)
}
