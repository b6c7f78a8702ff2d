import type { Client } from '../clients/schema.ts'
import { addYears } from '../core/time.ts'
import type { Entity } from '../db/kind.ts'
import { kind } from '../db/kind.ts'

/** The age from which a person's own last entry counts and no birthday. */
const majority = 18

/**
 * From which day a client's retention runs, as far as anybody has looked: never later than it truly does. It moves on
 * only when it is looked at because it has come due (see `listDue`), so no write of the day has to.
 */
export interface Retention extends Entity {
  /** `retention_<client's ULID>`. */
  readonly id: string
  readonly client: string
  /** Left out where nobody has looked yet, and once there is nothing more to come due. */
  readonly from?: string
}

/** In the order of the days: what has come due is one stretch of one list, whatever the years a centre keeps records. */
export const Retention = kind<Retention>({
  name: 'retention',
  table: 'care',
  indexes: ({ from, client }) => (from === undefined ? {} : { list: ['RETENTION', `${from}#${client}`] }),
})

export function retentionId(client: string): string {
  return `retention_${client.slice('client_'.length)}`
}

/** The later of a day of an entry and the client's 18th birthday. Pure. */
export function runsFrom({ birthDate }: Pick<Client, 'birthDate'>, entryOn: string): string {
  const grownUpOn = birthDate === undefined ? '' : addYears(birthDate, majority)
  return grownUpOn > entryOn ? grownUpOn : entryOn
}
