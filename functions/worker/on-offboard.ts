import { randomUUID } from 'node:crypto'
import type { Context as LambdaContext, ScheduledEvent } from 'aws-lambda'
import { newId } from '../../shared/core/ids.ts'
import { errorFields, log } from '../../shared/core/log.ts'
import { dateIn } from '../../shared/core/time.ts'
import type { StoreScope } from '../../shared/db/commit.ts'
import { Holdings } from '../../shared/db/holdings.ts'
import { TenantStore } from '../../shared/db/store.ts'
import { advance } from '../../shared/offboarding/advance.ts'
import type { Means } from '../../shared/offboarding/means.ts'
import { isUnderWay, type Offboarding } from '../../shared/offboarding/schema.ts'
import { centreContext } from './deps.ts'
import type { OffboardDeps } from './offboard-deps.ts'

/** Left of the function's time to end in order. */
const reserveMs = 10_000

/** Goes on with every centre that leaves; what there is no time for is the next call's. */
export function onOffboard(deps: OffboardDeps) {
  return async function handle(_event: ScheduledEvent, context: LambdaContext): Promise<void> {
    await offboardAll(deps, AbortSignal.timeout(context.getRemainingTimeInMillis() - reserveMs))
  }
}

/**
 * One centre's trouble is not another's: each is tried.
 * @throws Error when any was in trouble.
 */
export async function offboardAll(deps: OffboardDeps, signal: AbortSignal): Promise<void> {
  let troubled = 0
  for (const { id } of await deps.system.centres()) {
    const offboarding = await deps.system.findOffboarding(id)
    if (offboarding === undefined || !isUnderWay(offboarding)) continue
    try {
      await advance(meansOf(deps, offboarding, signal), offboarding)
    } catch (error) {
      if (signal.aborted) return
      log.error('offboard', { event: 'failed', tenant: id, ...errorFields(error) })
      troubled += 1
    }
  }
  if (troubled > 0) throw new Error(`The leaving of ${troubled} centres needs somebody.`)
}

function meansOf(deps: OffboardDeps, { id: tenant, zone }: Offboarding, signal: AbortSignal): Means {
  const { system, target, people, database, databaseOf } = deps
  const now = deps.now()
  const scope: StoreScope = {
    tenant,
    actor: { id: 'system', kind: 'system', roles: [] },
    now,
    today: dateIn(zone, now),
    requestId: newId('request', now),
    purpose: 'offboard',
    id: (kind) => newId(kind, now),
    token: randomUUID,
  }
  const theirs = databaseOf(tenant)
  return {
    system,
    target,
    people,
    signal,
    now: deps.now,
    store: new TenantStore(theirs, scope),
    holdings: new Holdings({ own: database, theirs }, scope),
    contextOf: (other) => centreContext(deps, other, 'promoteWaiting'),
  }
}
