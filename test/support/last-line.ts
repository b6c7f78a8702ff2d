import type { TestModule } from 'vitest/node'
import { tally } from './tally.ts'

/**
 * What a run that tried isolation ends with: how many pairs of operation and caller were tried, how often the policies
 * were asked, and what leaked. A test of isolation that failed for another reason proves nothing, so it counts as well.
 * @returns nothing for a run that did not try it.
 */
export function lastLine(modules: readonly TestModule[]): string {
  const tried = modules.filter(({ relativeModuleId }) => relativeModuleId.startsWith('test/isolation/'))
  if (tried.length === 0) return ''
  const tallies = [tally, ...modules.flatMap((module) => module.meta().tally ?? [])]
  const sum = (of: (one: typeof tally) => number) => tallies.reduce((total, one) => total + of(one), 0)
  const found = sum(({ leaks }) => leaks)
  const failures = tried.map((module) =>
    module.ok() ? 0 : Math.max(1, [...module.children.allTests('failed')].length),
  )
  const leaks = Math.max(
    found,
    failures.reduce((total, n) => total + n, 0),
  )
  return `isolation: ${sum(({ pairs }) => pairs)} pairs, ${sum(({ decisions }) => decisions)} decisions, ${leaks} leaks\n`
}
