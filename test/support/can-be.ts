import type { Sum } from '../../shared/insights/possible.ts'
import type { Count } from '../../shared/insights/suppress.ts'

/** Larger than any whole of the tests. */
const most = 450

/**
 * Every number that a count can be, by trying: the words in its place, what is shown, and which counts add up to which.
 * Exact where no two sums share more than one count.
 */
export function canBe(shown: ReadonlyMap<string, Count>, sums: readonly Sum[]): Map<string, Set<number>> {
  const upTo = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, n) => low + n)
  const numbers = new Map(
    [...shown].map(([name, count]) => [
      name,
      new Set(count === 'small' ? upTo(1, 5) : count === 'beside' ? upTo(1, most) : [count]),
    ]),
  )
  const of = (name: string) => [...(numbers.get(name) ?? [])]
  const sumsOf = (names: readonly string[]) => {
    let all = [0]
    for (const name of names) {
      all = [...new Set(all.flatMap((sum) => of(name).map((n) => sum + n)))].filter((n) => n <= most)
    }
    return new Set(all)
  }
  const keep = (name: string, is: (n: number) => boolean): boolean => {
    const before = of(name)
    const after = before.filter(is)
    numbers.set(name, new Set(after))
    return after.length < before.length
  }
  const learn = ({ whole, parts }: Sum): boolean => {
    const possible = sumsOf(parts)
    const ofParts = parts.map((part) => {
      const others = sumsOf(parts.filter((other) => other !== part))
      return keep(part, (n) => of(whole).some((sum) => others.has(sum - n)))
    })
    return [keep(whole, (n) => possible.has(n)), ...ofParts].includes(true)
  }
  while (sums.map(learn).includes(true));
  return numbers
}
