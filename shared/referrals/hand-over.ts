import type { Context } from '../core/context.ts'
import { type Change, change } from '../db/event.ts'
import type { Kind } from '../db/kind.ts'
import { FollowUp } from '../outcomes/schema.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { isWithPartner } from '../prescriptions/status.ts'

/**
 * What goes from one navigator's list to another's with a referral: the prescriptions and follow-ups of it that are not
 * over, whoever may see them.
 * @param navigator none for a referral that is nobody's again.
 */
export async function handedOver(ctx: Context, referral: string, navigator: string | undefined): Promise<Change[]> {
  const store = ctx.store.asCustodian()
  const [prescriptions, followUps] = await Promise.all([
    store.queryAll<Prescription>({ index: 'list', partition: `OF#${referral}`, begins: 'PRESCRIPTION#' }),
    store.queryAll<FollowUp>({ index: 'list', partition: `OF#${referral}`, begins: 'FOLLOW-UP#' }),
  ])
  return [
    ...prescriptions
      .filter(({ status }) => status === 'proposed' || isWithPartner(status))
      .map((prescription) => handOver(Prescription, prescription, navigator)),
    ...followUps.filter(({ status }) => status === 'due').map((due) => handOver(FollowUp, due, navigator)),
  ]
}

function handOver<T extends { id: string; version: number; navigator?: string | undefined }>(
  kind: Kind<T>,
  entity: T,
  navigator: string | undefined,
): Change {
  const { navigator: _, ...rest } = entity
  const after = { ...rest, ...(navigator && { navigator }), version: entity.version + 1 } as T
  // The caller named the referral's version, not this one's.
  return { ...change(kind, entity, after, 'assigned', { navigator }), contended: true }
}
