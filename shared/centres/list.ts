import type { Context } from '../core/context.ts'
import { NotFound } from '../core/errors.ts'
import type { NetworkStore } from '../db/network-store.ts'
import type { RegisteredCentre, SystemStore } from '../db/system-store.ts'
import { lastMonths } from '../insights/read.ts'

interface ListedCentre extends Omit<RegisteredCentre, 'asOf' | 'onboarding'> {
  readonly onboarding: Onboarding
}

/** How far a centre has come, as its data has it at this moment. */
interface Onboarding {
  readonly registeredAt: string
  /** Somebody of its staff has signed in. */
  readonly staff: boolean
  /** It keeps a listing of its own that is open. */
  readonly catalogue: boolean
  /** It has had a referral. */
  readonly referral: boolean
}

/** The months that are looked at for a referral: as many as one batch holds. */
const mostMonths = 100

interface Sources {
  readonly system: Pick<SystemStore, 'centres' | 'findRegistered'>
  readonly network: NetworkStore
}

/** The registry of centres, each with how far its onboarding is. Only whether there is anything: never what. */
export async function listCentres(ctx: Context, { system, network }: Sources): Promise<ListedCentre[]> {
  ctx.require('centres:read')
  const lines = await system.centres()
  return Promise.all(lines.map(async (line) => listed(line, await progress(ctx, network, line))))
}

/**
 * One of them.
 * @throws NotFound for what is no centre of the registry.
 */
export async function readCentre(ctx: Context, { system, network }: Sources, id: string): Promise<ListedCentre> {
  ctx.require('centres:read')
  const line = await system.findRegistered(id)
  if (line === undefined) throw new NotFound()
  return listed(line, await progress(ctx, network, line))
}

async function progress(ctx: Context, network: NetworkStore, line: RegisteredCentre): Promise<Onboarding> {
  const { registeredAt } = line.onboarding
  const months = lastMonths(registeredAt.slice(0, 7), ctx.today.slice(0, 7), mostMonths)
  const [staff, catalogue, figures] = await Promise.all([
    network.hasStaff(line.id),
    network.hasListings(line.id),
    network.months(line.id, months),
  ])
  const referral = figures.some(({ milestones }) => (milestones.referred ?? 0) > 0)
  return { registeredAt, staff, catalogue, referral }
}

function listed({ id, name, town, zone, status }: RegisteredCentre, onboarding: Onboarding): ListedCentre {
  return { id, name, town, zone, status, onboarding }
}
