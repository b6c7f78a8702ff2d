import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import { patched } from '../core/patch.ts'
import { change, create } from '../db/event.ts'
import { Centre, CentreSchema } from './schema.ts'
import { lineOf, type Registry } from './standing.ts'
import { Tenancy } from './tenancy.ts'

export const SuspendInput = z.strictObject({ reason: CentreSchema.shape.statusReason.unwrap() })

export const Standing = CentreSchema.pick({ id: true, status: true, statusReason: true })
export type Standing = z.infer<typeof Standing>

/**
 * Closes a centre's doors: within a minute its people's sign-ins and tokens and its partners' keys open nothing. What it
 * has on file stays as it is. Asking again for one that is suspended finishes what was cut short.
 * @throws NotFound for what is no centre of the registry; Conflict `offboarding-begun` for one that leaves.
 */
export async function suspendCentre(
  ctx: Context,
  registry: Registry,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Standing> {
  ctx.require('centres:write')
  return move(ctx, registry, id, { status: 'suspended', statusReason: reason })
}

/** Opens them again. */
export async function resumeCentre(ctx: Context, registry: Registry, id: string): Promise<Standing> {
  ctx.require('centres:write')
  return move(ctx, registry, id, { status: 'active', statusReason: null })
}

type Move = { readonly status: 'active' | 'suspended'; readonly statusReason: string | null }

async function move(ctx: Context, { system, within }: Registry, id: string, to: Move): Promise<Standing> {
  const [line, centre] = await Promise.all([system.findRegistered(id), system.findCentre(id)])
  if (line === undefined || centre === undefined) throw new NotFound()
  if (centre.status === 'leaving') throw new Conflict('offboarding-begun')
  const verb = to.status === 'suspended' ? 'suspended' : 'resumed'
  const moved =
    centre.status === to.status
      ? centre
      : await within(centre).store.commit([{ ...change(Centre, centre, patched(centre, to), verb), contended: true }])
  await system.registerCentre(lineOf(moved, line.onboarding.registeredAt))
  const { status, statusReason } = moved
  const answer: Standing = { id, status, ...(statusReason !== undefined && { statusReason }) }
  const known = await ctx.store.find(Tenancy, id)
  const after: Tenancy = { id, version: (known?.version ?? 0) + 1, status: to.status, at: ctx.now }
  const told = known === undefined ? create(Tenancy, after, verb) : change(Tenancy, known, after, verb)
  await ctx.store.commit([{ ...told, contended: true }], { answer })
  return answer
}
