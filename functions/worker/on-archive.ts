import type { Context, ScheduledEvent } from 'aws-lambda'
import { archiveCentre, lastClosedHour } from '../../shared/audit/archive.ts'
import { hourOf } from '../../shared/audit/archive-file.ts'
import { allianceId } from '../../shared/centres/schema.ts'
import { errorFields, log } from '../../shared/core/log.ts'
import { addSeconds } from '../../shared/core/time.ts'
import type { ArchiveDeps } from './archive-deps.ts'

/** How long before its first centre the Alliance, which is in no registry, may have been at work. */
const preparationSeconds = 366 * 86_400

/** Left of the function's time to end in order. */
const reserveMs = 10_000

/** Archives every centre's audit log up to the last hour that is over; what there is no time for is next hour's. */
export function onArchive(deps: ArchiveDeps) {
  return async function handle(_event: ScheduledEvent, context: Context): Promise<void> {
    await archiveAll(deps, AbortSignal.timeout(context.getRemainingTimeInMillis() - reserveMs))
  }
}

/**
 * One centre's trouble is not another's: each is tried.
 * @throws Error when any was in trouble, or has a file that is not as the log would have it.
 */
export async function archiveAll({ archive, log: entries, system, now }: ArchiveDeps, signal: AbortSignal) {
  const until = lastClosedHour(now())
  let troubled = 0
  for (const { centre, since } of await logs(system)) {
    signal.throwIfAborted()
    try {
      const differing = await archiveCentre({ archive, log: entries }, { centre, since, until, signal })
      for (const file of differing) log.error('archive', { event: 'differs', tenant: centre, file })
      if (differing.length === 0) continue
    } catch (error) {
      signal.throwIfAborted()
      log.error('archive', { event: 'failed', tenant: centre, ...errorFields(error) })
    }
    troubled += 1
  }
  if (troubled > 0) throw new Error(`The archive of ${troubled} audit logs needs somebody.`)
}

/** Every log there is, and the hour before which it has nothing. */
async function logs(system: ArchiveDeps['system']): Promise<{ centre: string; since: string }[]> {
  const centres = (await system.centres()).map(({ id, onboarding }) => ({ id, at: onboarding.registeredAt }))
  const first = centres.map(({ at }) => at).sort()[0]
  return [
    ...centres.map(({ id, at }) => ({ centre: id, since: hourOf(at) })),
    ...(first === undefined ? [] : [{ centre: allianceId, since: hourOf(addSeconds(first, -preparationSeconds)) }]),
  ]
}
