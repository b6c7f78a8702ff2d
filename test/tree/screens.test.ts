import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { screens } from '../browser/support/screens.ts'

test('every route of the console is among the screens that are looked at', () => {
  const router = readFileSync(new URL('../../web/src/app/router.tsx', import.meta.url), 'utf8')
  const routes = [...router.matchAll(/(?:\bat\(|path: )'(\/[^']*)'/g)].map(([, path = '']) => path)
  const newcomer = { client: '$client', referral: '$referral' }
  const things = { ...newcomer, prescription: '$prescription', activity: '$activity', newcomer, stranger: '$client' }
  const seen = screens.map(({ path }) => path(things))
  // The frame's own: where a role's first screen is chosen, where a second window ends, and the kit.
  const apart = ['/', '/signed-in', '/gallery']
  expect(routes.length).toBeGreaterThan(20)
  for (const route of routes) if (!apart.includes(route)) expect(seen, route).toContain(route)
})
