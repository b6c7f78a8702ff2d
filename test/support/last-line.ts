import type { TestModule } from 'vitest/node'
import { tally } from './tally.ts'

/**
 * What a run that tried isolation ends with: how many pairs of operation and caller were tried, how often the policies
 * were asked, and what leaked. A test of isolation that failed for another reason proves nothing, so it counts as well.
 * @returns nothing for a run that did not try it.
 */
export function lastLine(modules: readonly TestModule[]): string {
  const tallies = [tally, ...modules.flatMap((module) => module.meta().tally ?? [])]
  const sum = (of: (one: typeof tally) => number) => tallies.reduce((total, one) => total + of(one), 0)
  const failed = modules
    .filter(({ relativeModuleId }) => relativeModuleId.startsWith('test/isolation/'))
    .flatMap((module) => [...module.children.allTests('failed'), ...module.errors()])
  const pairs = sum((one) => one.pairs)
  if (pairs === 0) return ''
  const leaks = Math.max(
    sum((one) => one.leaks),
    failed.length,
  )
  return `isolation: ${pairs} pairs, ${sum((one) => one.decisions)} decisions, ${leaks} leaks\n`
}
