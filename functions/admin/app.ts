import type { JWTVerifyGetKey } from 'jose'
import { NetworkStore } from '../../shared/db/network-store.ts'
import { authenticated, emptyApp, newRoutes } from '../api/app.ts'
import type { Deps } from '../api/deps.ts'
import { refuseOtherMethods } from '../api/methods.ts'
import type { Routes } from '../api/operation.ts'
import { adminRoutes } from './routes.ts'

/** The Alliance's app: its own function, with a role that has no way to client data. */
export function createAdminApp(given: Deps, keys?: JWTVerifyGetKey): Routes {
  // What it answered is kept with the platform: the other place for that is among client data.
  const deps: Deps = { ...given, answersIn: 'platform' }
  const app = emptyApp(deps)
  authenticated(app, deps, keys)
  const routes = newRoutes()
  adminRoutes(routes, new NetworkStore(deps.database))
  app.route('/v1', routes)
  refuseOtherMethods(app)
  return app
}
