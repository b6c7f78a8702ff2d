import type { Context } from '../../core/context.ts'
import { Forbidden } from '../../core/errors.ts'

/**
 * The partner whose listings the caller may write.
 * @throws Forbidden for a caller who is no partner.
 */
export function callingPartner(ctx: Context): string {
  ctx.require('listings:write')
  if (ctx.actor.partner === undefined) throw new Forbidden('listings:write')
  return ctx.actor.partner
}
