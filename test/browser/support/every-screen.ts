import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openConsole, settled, type Visitor } from './console.ts'
import { faultsOf } from './inspect.ts'
import { keepPicture } from './pictures.ts'
import { screens, type Things, thingsOf } from './screens.ts'

const widths = [1366, 320] as const

/** Every screen in one language, wide and narrow, as it is and in the states that it can be in. */
export function lookAtEveryScreen(locale: 'en' | 'fr'): void {
  const product = openConsole()
  const visitors = new Map<string, Visitor>()
  let things: Things
  beforeAll(async () => {
    for (const who of new Set(screens.map((screen) => screen.who))) {
      visitors.set(who, await product.visit({ who: `${who}@guelph`, path: '/settings', locale }))
    }
    things = await thingsOf(visitorWho('navigator'))
  })
  afterAll(() => Promise.all([...visitors.values()].map((visitor) => visitor.leave())))

  function visitorWho(who: string): Visitor {
    const visitor = visitors.get(who)
    if (visitor === undefined) throw new Error(`Nobody is a ${who}.`)
    return visitor
  }

  async function open(who: string, path: string): Promise<Page> {
    const { page } = visitorWho(who)
    await page.setViewportSize({ width: widths[0], height: 900 })
    await page.goto(new URL(path, page.url()).href)
    await settled(page)
    return page
  }

  /** No barrier and nothing cut off, wide and narrow; a picture of each. */
  async function expectFaultless(page: Page, name: string): Promise<void> {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await keepPicture(page, `${name}-${locale}-${width}`)
      expect(await faultsOf(page), `${name} at ${width}`).toEqual([])
    }
  }

  test.each(screens)('$name has no barrier, and nothing is cut off, wide and narrow', async ({ name, who, path }) => {
    const page = await open(who, path(things))
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('html').getAttribute('lang')).toBe(`${locale}-CA`)
    await expectFaultless(page, name)
  })

  describe('so it is', () => {
    test('where nothing could be read', async () => {
      const { page } = visitorWho('navigator')
      await page.route('**/v1/tasks?*', (route) => route.abort())
      await open('navigator', '/today')
      await page.getByRole('alert').waitFor()
      await expectFaultless(page, 'today-unreachable')
      await page.unroute('**/v1/tasks?*')
    })

    test('where nothing matches', async () => {
      const page = await open('navigator', '/today')
      await page.getByRole('searchbox').fill('nobody at all')
      await page.locator('.empty').waitFor()
      await expectFaultless(page, 'today-no-match')
    })

    test('with a panel beside the list, and a form in it', async () => {
      const page = await open('navigator', '/today')
      await page.locator('tbody tr').last().click()
      await page.locator('.panel .contact-point, .panel .hint').first().waitFor()
      await expectFaultless(page, 'today-panel')
    })

    test('with a dialog open', async () => {
      const page = await open('navigator', '/today')
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await expectFaultless(page, 'today-keys')
      await page.keyboard.press('Escape')
    })

    test('with everything wrong that can be', async () => {
      const page = await open('prescriber', '/refer')
      await page.locator('form button[type="submit"]').click()
      await page.locator('.error-summary').waitFor()
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
      await expectFaultless(page, 'refer-errors')
    })

    test('with the menu open on a phone', async () => {
      const page = await open('navigator', '/settings')
      await page.setViewportSize({ width: 320, height: 700 })
      await page.locator('.menu-button button').click()
      await keepPicture(page, `menu-${locale}-320`)
      expect(await faultsOf(page)).toEqual([])
    })

    test('at four times its size, and with text spaced out', async () => {
      const page = await open('navigator', '/today')
      // 1280 pixels at 400 % are 320 of them.
      await page.setViewportSize({ width: 320, height: 256 })
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(
          '* { line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em } p { margin-bottom: 2em }',
        )
        document.adoptedStyleSheets = [sheet]
      })
      await keepPicture(page, `today-${locale}-spaced`)
      expect(await faultsOf(page)).toEqual([])
    })
  })
}
