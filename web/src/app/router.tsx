import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Permission } from '../../../shared/core/permissions.ts'
import { fetchBothLanguages } from '../i18n/index.ts'
import { Toasts } from '../ui/toast.tsx'
import { fetchScreen } from './fetch-screen.ts'
import { Broken, NoScreen, NotFound } from './not-found.tsx'
import { homeOf } from './places.ts'
import { SignedIn, useMe } from './session.tsx'
import { Settings } from './settings.tsx'
import { Shell } from './shell.tsx'
import { SignedInAgain } from './welcome.tsx'

const root = createRootRoute({
  component: () => (
    <Toasts>
      <Outlet />
    </Toasts>
  ),
})

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
  const home = homeOf(useMe())
  return home ? <Navigate to={home} replace /> : <NoScreen />
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What it takes to be there. */
    readonly needs?: Permission
  }
}

/** A screen of the shell, fetched with the words of both languages when somebody first goes there. */
function at<M extends Record<N, () => ReactNode>, N extends string>(
  path: string,
  needs: Permission,
  load: () => Promise<M>,
  name: N,
) {
  const loadAll = () => Promise.all([load(), fetchBothLanguages()]).then(([screen]) => screen)
  const component = lazyRouteComponent(fetchScreen(loadAll), name)
  return createRoute({ getParentRoute: () => app, path, component, staticData: { needs } })
}

const screens = [
  createRoute({ getParentRoute: () => app, path: '/', component: Home }),
  createRoute({ getParentRoute: () => app, path: '/settings', component: Settings }),
  createRoute({ getParentRoute: () => app, path: '$', component: NotFound }),
  // The one screen that a first visit waits for; its words come with the frame's.
  createRoute({
    getParentRoute: () => app,
    path: '/today',
    staticData: { needs: 'tasks:read' },
    component: lazyRouteComponent(
      fetchScreen(() => import('../features/today/today.tsx')),
      'Today',
    ),
  }),
  at('/intake', 'referrals:accept', () => import('../features/intake/intake.tsx'), 'Intake'),
  at('/refer', 'referrals:request', () => import('../features/refer/refer.tsx'), 'Refer'),
  at('/referrals', 'referrals:request', () => import('../features/referrals/my-referrals.tsx'), 'MyReferrals'),
  at('/clients', 'clients:search', () => import('../features/clients/find.tsx'), 'FindClient'),
  at('/clients/$client', 'clients:read', () => import('../features/clients/record.tsx'), 'ClientRecord'),
  at('/clients/$client/accesses', 'audit:report', () => import('../features/clients/accesses.tsx'), 'Accesses'),
  at(
    '/clients/$client/measures/$referral',
    'outcomes:record',
    () => import('../features/measures/measures.tsx'),
    'Measures',
  ),
  at(
    '/clients/$client/prescribe/$referral',
    'activities:match',
    () => import('../features/prescribe/prescribe.tsx'),
    'Prescribe',
  ),
  at(
    '/prescriptions/$prescription/print',
    'prescriptions:read',
    () => import('../features/print/printed-prescription.tsx'),
    'PrintedPrescription',
  ),
  at('/pad', 'centre:read', () => import('../features/print/pad.tsx'), 'Pad'),
  at('/groups', 'attendances:record', () => import('../features/groups/groups.tsx'), 'Groups'),
  at('/directory', 'activities:read', () => import('../features/directory/directory.tsx'), 'Directory'),
  at('/activities/$activity', 'activities:read', () => import('../features/directory/activity.tsx'), 'ActivityPage'),
  at('/activities/$activity/edit', 'activities:write', () => import('../features/directory/edit.tsx'), 'EditActivity'),
  at('/extracts', 'extracts:read', () => import('../features/extracts/extracts.tsx'), 'Extracts'),
  at('/setup/people', 'staff:write', () => import('../features/setup/people.tsx'), 'People'),
  at('/setup/centre', 'centre:write', () => import('../features/setup/centre.tsx'), 'CentreSetup'),
  at('/setup/texts', 'centre:write', () => import('../features/setup/texts.tsx'), 'Texts'),
  at('/setup/keys', 'keys:write', () => import('../features/setup/keys.tsx'), 'PartnerKeys'),
  at('/setup/audit', 'audit:read', () => import('../features/setup/audit.tsx'), 'AuditLog'),
]

// Where the kit is looked at, piece by piece: no part of what people are served.
const gallery =
  import.meta.env.MODE === 'production'
    ? []
    : [
        createRoute({
          getParentRoute: () => root,
          path: '/gallery',
          component: lazyRouteComponent(
            () => Promise.all([import('../gallery/gallery.tsx'), fetchBothLanguages()]).then(([screen]) => screen),
            'Gallery',
          ),
        }),
      ]

export const router = createRouter({
  routeTree: root.addChildren([signedInAgain, ...gallery, app.addChildren(screens)]),
  // A screen is fetched as soon as somebody points at its link.
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Broken,
})
