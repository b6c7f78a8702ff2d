/** By how much something changed, and for how many. */
export type Differences = Iterable<readonly [difference: number, count: number]>

/**
 * Two-sided p of Wilcoxon's signed-rank test that changes up and down balance. Those who did not change are left out
 * and equal sizes share their mean rank (Wilcoxon 1945). Normal approximation with the variance corrected for ties and a
 * continuity correction of one half, which is fair from about ten pairs: with fewer the answer is rough.
 * @returns 1 when nobody changed.
 */
export function signedRankP(differences: Differences): number {
  const sizes = bySize(differences)
  let [n, upward, ties] = [0, 0, 0]
  for (const { up, down } of sizes) {
    const tied = up + down
    upward += up * (n + (tied + 1) / 2)
    ties += tied ** 3 - tied
    n += tied
  }
  if (n === 0) return 1
  const expected = (n * (n + 1)) / 4
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48
  const distance = Math.max(0, Math.abs(upward - expected) - 1 / 2)
  return normalTails(distance / Math.sqrt(variance))
}

/** How many changed by each size, smallest first, up and down. */
function bySize(differences: Differences): { up: number; down: number }[] {
  const sizes = new Map<number, { up: number; down: number }>()
  for (const [difference, count] of differences) {
    if (difference === 0) continue
    const size = Math.abs(difference)
    const entry = sizes.get(size) ?? { up: 0, down: 0 }
    if (difference > 0) entry.up += count
    else entry.down += count
    sizes.set(size, entry)
  }
  return [...sizes].sort(([a], [b]) => a - b).map(([, entry]) => entry)
}

/** P(|Z| > z) of the standard normal distribution, for z >= 0. */
function normalTails(z: number): number {
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)
  // Near the middle the power series of the area is short; in the tail Laplace's continued fraction keeps its digits
  // (Abramowitz and Stegun 26.2.11 and 26.2.14).
  if (z >= 3) {
    let fraction = z
    for (let k = 60; k >= 1; k--) fraction = z + k / fraction
    return (2 * density) / fraction
  }
  let [term, area] = [z, z]
  for (let k = 1; k <= 60; k++) {
    term *= (z * z) / (2 * k + 1)
    area += term
  }
  return 1 - 2 * density * area
}
