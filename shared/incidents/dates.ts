import { type Fault, InvalidInput } from '../core/errors.ts'
import type { Incident } from './schema.ts'

/**
 * An incident is over or goes on, is then discovered, and is then told of; nothing of it is in the future. Pure.
 * @throws InvalidInput with a fault for each date that is out of order.
 */
export function checkDates({ period, discoveredOn, notified }: Incident, today: string): void {
  const dated = [
    ['#/period/from', period.from, undefined],
    ['#/period/to', period.to, period.from],
    ['#/discoveredOn', discoveredOn, period.from],
    ['#/notified/clients', notified.clients, discoveredOn],
    ['#/notified/commissioner', notified.commissioner, discoveredOn],
  ] as const
  const faults = dated.flatMap(([pointer, on, after]): Fault[] => {
    if (on === undefined) return []
    if (on > today) return [{ pointer, code: 'future-date' }]
    return after !== undefined && on < after ? [{ pointer, code: 'too-early', params: { date: after } }] : []
  })
  if (faults.length > 0) throw new InvalidInput(faults)
}
