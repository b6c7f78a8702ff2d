import { timeIn } from '../core/time.ts'

/** Nobody's telephone is to ring before the first or after the second, on the clock of their centre. */
const loudHours = { from: '08:00', until: '21:00' } as const

/** Whether it is a time at which nothing that rings goes out to clients. */
export function isQuiet(zone: string, instant: string): boolean {
  const time = timeIn(zone, instant)
  return time < loudHours.from || time >= loudHours.until
}
