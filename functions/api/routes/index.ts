import type { Routes } from '../operation.ts'
import { clientRoutes } from './clients.ts'
import { referralRoutes } from './referrals.ts'

/** Every operation under `/v1`. */
export function mount(routes: Routes): Routes {
  for (const add of [clientRoutes, referralRoutes]) add(routes)
  return routes
}
