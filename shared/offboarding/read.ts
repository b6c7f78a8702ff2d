import type { Context } from '../core/context.ts'
import { NotFound } from '../core/errors.ts'
import { Offboarding } from './schema.ts'

/**
 * How far the centre's leaving is.
 * @throws NotFound when it was never asked for.
 */
export function readOffboarding(ctx: Context): Promise<Offboarding> {
  ctx.require('centre:offboard')
  return ctx.store.get(Offboarding, ctx.tenant)
}

/**
 * The same for the Alliance, which has the certificate when nobody of the centre can ask for it any more.
 * @throws NotFound when it was never asked for.
 */
export async function readCertificate(
  ctx: Context,
  system: { findOffboarding(centre: string): Promise<Offboarding | undefined> },
  centre: string,
): Promise<Offboarding> {
  ctx.require('centres:read')
  const found = await system.findOffboarding(centre)
  if (found === undefined) throw new NotFound()
  return found
}
