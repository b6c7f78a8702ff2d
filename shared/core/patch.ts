import type { Entity } from '../db/kind.ts'

/** An entity's next version with what is named changed; null takes an optional field away. */
export function patched<T extends Entity>(entity: T, changes: Readonly<Record<string, unknown>>): T {
  const merged = Object.entries({ ...entity, ...changes }).filter(([, value]) => value !== null && value !== undefined)
  return { ...Object.fromEntries(merged), version: entity.version + 1 } as unknown as T
}
