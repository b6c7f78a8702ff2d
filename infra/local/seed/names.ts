import { fold } from '../../../shared/core/text.ts'
import { type GivenName, type NamePool, namePools } from './content/people.ts'
import type { Random } from './random.ts'

/** A name, and the languages that go with it. */
export interface DrawnName {
  readonly given: GivenName
  readonly family: string
  readonly pool: NamePool
}

/**
 * Draws names for a centre, no family or given name twice while there are others.
 * @param mostly the official language of most of these people.
 */
export function nameDrawer(random: Random, mostly: 'en' | 'fr'): () => DrawnName {
  const used = new Set<string>()
  return () => {
    const pools = random.chance(0.8) ? namePools.filter(({ language }) => language === mostly) : namePools
    const free = pools.flatMap((pool) => {
      const given = pool.given.filter(({ name }) => !used.has(name))
      const family = pool.family.filter((name) => !used.has(name))
      return given.length > 0 && family.length > 0 ? [{ pool, given, family }] : []
    })
    const { pool, given, family } = random.pick(free)
    const drawn = { given: random.pick(given), family: random.pick(family), pool }
    used.add(drawn.given.name).add(drawn.family)
    return drawn
  }
}

/** An address in a domain that can never receive mail. */
export function emailOf({ given, family }: DrawnName, centre: string): string {
  const letters = (text: string) => fold(text).replace(/[^a-z]/g, '')
  return `${letters(given.name)}.${letters(family)}@${centre}.example.org`
}

/** Numbers from 555-0100 to 555-0199 belong to nobody in North America. */
export function fictionalPhone(areaCode: string, line: number): string {
  return `${areaCode}-555-01${String(line % 100).padStart(2, '0')}`
}
