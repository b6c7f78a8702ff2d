import { CentreSchema } from '../centres/schema.ts'
import type { Context } from '../core/context.ts'
import { type Fault, InvalidInput } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import { commons } from '../db/kind.ts'
import { Partner } from '../partners/schema.ts'
import { Staff } from '../staff/schema.ts'
import { checkSchedule, type ScheduleProblem } from './schedule.ts'
import type { Activity } from './schema.ts'

type Given = { readonly [K in keyof Activity]?: Activity[K] | null | undefined }

/**
 * Rules that a schema cannot tell, on the fields that are given.
 * @throws InvalidInput naming every fault: `schedule-*`, `twice`, `own-centre`, `unknown-centre`, `future-date`.
 */
export function checkActivity(ctx: Pick<Context, 'tenant' | 'today'>, given: Given): void {
  const faults = [
    ...scheduleFaults(given.schedule ?? undefined),
    ...readerFaults(ctx.tenant, given.visibility ?? undefined),
    ...twice('#/leaders', given.leaders ?? []),
    ...(given.verifiedOn && given.verifiedOn > ctx.today ? [{ pointer: '#/verifiedOn', code: 'future-date' }] : []),
  ]
  if (faults.length > 0) throw new InvalidInput(faults)
}

/** Whom the given fields name must be there when it is written: an active partner, active staff. */
export function namedAreActive({ partner, leaders }: Given): Check[] {
  const check = (kind: Check['kind'], id: string, pointer: string, code: string): Check => ({
    kind,
    id,
    status: 'active',
    refusal: () => new InvalidInput([{ pointer, code }]),
  })
  return [
    ...(partner ? [check(Partner, partner, '#/partner', 'unknown-partner')] : []),
    ...(leaders ?? []).map((id, index) => check(Staff, id, `#/leaders/${index}`, 'not-staff')),
  ]
}

const partAtFault: Partial<Record<ScheduleProblem, string>> = {
  'bad-start': '/start',
  'unknown-zone': '/zone',
  never: '',
}

function scheduleFaults(schedule: Activity['schedule']): Fault[] {
  if (schedule === undefined) return []
  return checkSchedule(schedule).map((problem) => ({
    pointer: `#/schedule${partAtFault[problem] ?? '/rrule'}`,
    code: `schedule-${problem}`,
  }))
}

/** Which centres there are is not for a centre to know: the form is all that is looked at. */
function readerFaults(tenant: string, visibility: Activity['visibility'] | undefined): Fault[] {
  if (visibility?.kind !== 'shared') return []
  const { centres } = visibility
  const pointer = '#/visibility/centres'
  const faults = centres.flatMap((centre, index) => {
    if (centre === tenant) return [{ pointer: `${pointer}/${index}`, code: 'own-centre' }]
    const isCentre = CentreSchema.shape.id.safeParse(centre).success && centre !== commons
    return isCentre ? [] : [{ pointer: `${pointer}/${index}`, code: 'unknown-centre' }]
  })
  return [...faults, ...twice(pointer, centres)]
}

function twice(pointer: string, names: readonly string[]): Fault[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) < index ? [{ pointer: `${pointer}/${index}`, code: 'twice' }] : [],
  )
}
