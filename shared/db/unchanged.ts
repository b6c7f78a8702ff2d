import { Contended } from '../core/errors.ts'
import type { Check } from './commit.ts'
import type { Entity, Kind } from './kind.ts'

/** What was read and decided by, but is not written, must still be as it was; else the command runs again. */
export function unchanged<T extends Entity>(kind: Kind<T>, { id, version }: T): Check {
  return { kind: kind as Kind<never> as Kind<Entity>, id, version, refusal: () => new Contended() }
}
