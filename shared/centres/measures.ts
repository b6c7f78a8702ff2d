import type { Fault } from '../core/errors.ts'
import { instruments } from '../outcomes/instruments/index.ts'

/** What is wrong with a list of measures: those that we do not know, and those named twice. */
export function measureFaults(measures: readonly string[], pointer: string): Fault[] {
  return measures.flatMap((measure, index) => {
    if (!Object.hasOwn(instruments, measure)) return [{ pointer: `${pointer}/${index}`, code: 'unknown-instrument' }]
    return measures.indexOf(measure) < index ? [{ pointer: `${pointer}/${index}`, code: 'twice' }] : []
  })
}
