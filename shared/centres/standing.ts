import type { Context } from '../core/context.ts'
import type { RegisteredCentre } from '../db/system-store.ts'
import type { Centre } from './schema.ts'

/** What the Alliance reaches beside its own data. */
export interface Registry {
  readonly system: {
    findCentre(id: string): Promise<Centre | undefined>
    findRegistered(id: string): Promise<RegisteredCentre | undefined>
    registerCentre(line: RegisteredCentre): Promise<void>
  }
  /** The caller at work in a centre's part of the platform: its profile, its staff, its audit log. */
  within(centre: Centre): Context
}

/** A centre's line in the registry, as of the version of the centre that it tells of. */
export function lineOf({ id, version, name, town, zone, status }: Centre, registeredAt: string): RegisteredCentre {
  return { id, name, town, zone, status, asOf: version, onboarding: { registeredAt } }
}
