/**
 * The number of standard errors that a share `level` of Student's t distribution lies within, either side of zero:
 * `criticalT(0.95, 10)` is 2.228. Found by bisection on the regularized incomplete beta function, which gives the tails
 * of t exactly: P(|T| > t) = I_x(df / 2, 1 / 2) with x = df / (df + t^2) (Abramowitz and Stegun 26.7.1).
 * @param level between 0 and 1, both excluded.
 * @param df degrees of freedom: a whole number, at least 1.
 */
export function criticalT(level: number, df: number): number {
  const tails = (t: number) => betaRatio(df / (df + t * t), df)
  let [low, high] = [0, 1]
  while (tails(high) > 1 - level) high *= 2
  // Each step halves the bracket: after 60 it is as narrow as a double can say.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (tails(middle) > 1 - level) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** I_x(df / 2, 1 / 2). */
function betaRatio(x: number, df: number): number {
  const [a, b] = [df / 2, 1 / 2]
  if (x >= 1) return 1
  const front = (x ** a * (1 - x) ** b) / beta(df)
  // The continued fraction converges fast on one side only; the other is its mirror image.
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b
}

/** B(df / 2, 1 / 2), by B(a + 1, b) = B(a, b) * a / (a + b) from B(1 / 2, 1 / 2) = pi or B(1, 1 / 2) = 2. */
function beta(df: number): number {
  let value = df % 2 === 1 ? Math.PI : 2
  for (let a = df % 2 === 1 ? 1 / 2 : 1; a < df / 2; a++) value *= a / (a + 1 / 2)
  return value
}

/** The fraction of Abramowitz and Stegun 26.5.8, summed forward by Lentz's method. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let factor = 1
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d)
      c = away(1 + term / c)
      factor = c * d
      value *= factor
    }
    if (Math.abs(factor - 1) < Number.EPSILON) break
  }
  return value
}

/** Lentz's method divides by its own steps: none may be zero. */
function away(number: number): number {
  return number === 0 ? 1e-300 : number
}
