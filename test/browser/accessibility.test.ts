import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openConsole, type Visitor } from './support/console.ts'
import { faultsOf } from './support/inspect.ts'
import { screens, type Things, thingsOf } from './support/screens.ts'

const product = openConsole()
const pictures = 'test/browser/pictures'

let things: Things
beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  things = await thingsOf(navigator)
  await navigator.leave()
})

/** Until a screen has its title and nothing on it is still being read. */
const settled = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null,
  )

const roles = [...new Set(screens.map(({ who }) => who))]

describe.each(['en', 'fr'] as const)('in %s', (locale) => {
  describe.each([1366, 320])('%i pixels wide', (width) => {
    const visitors = new Map<string, Visitor>()
    beforeAll(async () => {
      for (const who of roles) {
        visitors.set(who, await product.visit({ who: `${who}@guelph`, path: '/settings', locale, width }))
      }
    })
    afterAll(() => Promise.all([...visitors.values()].map((visitor) => visitor.leave())))

    test.each(screens)('$name has no barrier, and nothing is cut off', async ({ name, who, path }) => {
      const visitor = visitors.get(who)
      if (visitor === undefined) throw new Error(`Nobody is a ${who}.`)
      const { page } = visitor
      await page.goto(new URL(path(things), page.url()).href)
      await settled(page)
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.locator('html').getAttribute('lang')).toBe(`${locale}-CA`)
      await page.screenshot({ path: `${pictures}/${name}-${locale}-${width}.png`, fullPage: true })
      expect(await faultsOf(page)).toEqual([])
    })
  })
})
