/** A goal as reviewed: 0 is as hoped, negative is less, positive is more. A heavier goal counts for more. */
export interface Attained {
  readonly level: -2 | -1 | 0 | 1 | 2
  /** Positive; 1 unless said. */
  readonly weight?: number | undefined
}

/**
 * One figure for how far a client's goals were reached, by Goal Attainment Scaling:
 * T = 50 + 10 * sum(w x) / sqrt((1 - r) * sum(w^2) + r * (sum w)^2), where r = 0.3 is the correlation expected between
 * goals. 50 is as hoped on the whole; 10 points are one standard deviation over many clients.
 * Kiresuk and Sherman 1968 (Community Mental Health Journal 4:443); Turner-Stokes 2009 (Clinical Rehabilitation 23:362).
 * @returns null with no goal.
 */
export function tScore(goals: readonly Attained[]): number | null {
  if (goals.length === 0) return null
  const weights = goals.map(({ weight = 1 }) => weight)
  const attained = sum(goals.map(({ level, weight = 1 }) => weight * level))
  const spread = (1 - correlation) * sum(weights.map((weight) => weight ** 2)) + correlation * sum(weights) ** 2
  return 50 + (10 * attained) / Math.sqrt(spread)
}

const correlation = 0.3

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
