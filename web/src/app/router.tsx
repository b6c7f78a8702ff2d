import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router'
import { NoScreen, NotFound } from './not-found.tsx'
import { placesOf } from './places.ts'
import { SignedIn, useMe } from './session.tsx'
import { Settings } from './settings.tsx'
import { Shell } from './shell.tsx'
import { SignedInAgain } from './welcome.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const signedInAgain = createRoute({ getParentRoute: () => root, path: '/signed-in', component: SignedInAgain })

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: () => (
    <SignedIn>
      <Shell />
    </SignedIn>
  ),
})

/** The first screen that a person's roles give them. */
function Home() {
  const [first] = placesOf(useMe())
  return first ? <Navigate to={first.to} replace /> : <NoScreen />
}

const screens = [
  createRoute({ getParentRoute: () => app, path: '/', component: Home }),
  createRoute({ getParentRoute: () => app, path: '/settings', component: Settings }),
  createRoute({
    getParentRoute: () => app,
    path: '/today',
    component: lazyRouteComponent(() => import('../features/today/today.tsx'), 'Today'),
  }),
]

export const router = createRouter({
  routeTree: root.addChildren([signedInAgain, app.addChildren(screens)]),
  // A screen is fetched as soon as somebody points at its link.
  defaultPreload: 'intent',
  scrollRestoration: true,
})
