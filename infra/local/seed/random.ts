/** Draws that are the same at every start: everything by chance in the seed comes from here. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T
  /** `count` different ones, or all there are, in a drawn order. */
  some<T>(from: readonly T[], count: number): T[]
}

/** @param name what the draws are for; each name has draws of its own. */
export function random(name: string): Random {
  const next = mulberry32(hash(name))
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const some = <T>(from: readonly T[], count: number) =>
    from
      .map((value) => ({ value, order: next() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, count)
      .map(({ value }) => value)
  return {
    int,
    chance: (share) => next() < share,
    pick(from) {
      const picked = from[int(0, from.length - 1)]
      if (picked === undefined) throw new RangeError('Nothing to pick from.')
      return picked
    },
    some,
  }
}

/** Tommy Ettinger's generator: a 32-bit state, numbers from 0 to 1 excluded. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  return [...text].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5)
}
