import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'

/** Nobody on record was born before this. */
const earliest = '1900-01-01'

/** @throws InvalidInput for a birth date after today (in the centre's zone), or before 1900. */
export function checkBirthDate(ctx: Pick<Context, 'today'>, birthDate: string | undefined): void {
  if (birthDate === undefined) return
  if (birthDate > ctx.today) throw new InvalidInput([{ pointer: '#/birthDate', code: 'future-date' }])
  if (birthDate < earliest) throw new InvalidInput([{ pointer: '#/birthDate', code: 'too-long-ago' }])
}
