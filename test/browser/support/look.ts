import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { settled } from './console.ts'
import { faultsOf, type Part } from './inspect.ts'
import { keepPicture } from './pictures.ts'

/** Each way to look at a screen, so that from one to the next one thing changes. */
const looks = [
  ['en', 1366],
  ['en', 320],
  ['fr', 320],
  ['fr', 1366],
] as const

/**
 * Looks at what is on the screen in both languages, wide and narrow: it has no barrier, nothing is cut off, no word is in
 * the wrong language; and leaves a picture of each where pictures are asked for. The language changes under it, as it
 * does for who switches in the middle of something.
 * @param part what was opened, and all of the page with its frame where nothing is said.
 */
export async function lookAt(page: Page, name: string, part?: Part): Promise<void> {
  const found: string[] = []
  for (const [locale, width] of looks) {
    await page.setViewportSize({ width, height: 900 })
    await speak(page, locale)
    await page.evaluate(() => scrollTo(0, 0))
    await keepPicture(page, `${name}-${locale}-${width}`)
    found.push(...(await faultsOf(page, part)).map((fault) => `${locale} ${width}: ${fault}`))
  }
  await speak(page, 'en')
  expect(found, name).toEqual([])
}

/** Changes the language without a reload, and without anybody remembering it. */
export async function speak(page: Page, locale: 'en' | 'fr'): Promise<void> {
  await page.evaluate(async (locale) => {
    if (document.documentElement.lang === `${locale}-CA`) return
    const later = (ms = 0) => new Promise((go) => setTimeout(go, ms))
    const { fetch } = globalThis
    let going = 0
    globalThis.fetch = async (...request) => {
      if (request[1]?.method === 'PATCH') throw new TypeError('Nobody is to remember this.')
      going += 1
      return fetch(...request).finally(() => {
        going -= 1
      })
    }
    document.querySelector<HTMLElement>(`.language button[lang="${locale}"]`)?.click()
    while (document.documentElement.lang !== `${locale}-CA`) await later()
    await later()
    while (going > 0 || document.querySelector('[aria-busy="true"]')) await later(10)
    globalThis.fetch = fetch
  }, locale)
}

/** Goes to a screen without loading the app again, as if for the first time. */
export async function arrive(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 900 })
  const here = new URL(page.url()).pathname
  const by = ['/settings', '/nowhere', '/pad'].find((each) => each !== here && each !== path) ?? '/pad'
  for (const to of [by, path]) {
    await page.evaluate((to) => {
      document.querySelector('h1')?.classList.add('before')
      history.pushState({}, '', to)
    }, to)
    const arrived = page.locator('h1:not(.before)')
    // What was half written asks first.
    await arrived.or(leaving(page)).first().waitFor()
    if (await leaving(page).isVisible()) await leaving(page).click()
    await arrived.waitFor()
    await settled(page)
  }
}

/** Closes what is open, whatever was begun in it. */
export async function close(page: Page): Promise<void> {
  const open = page.locator('dialog[open]')
  for (let before = await open.count(); before > 0; before = await open.count()) {
    await open.last().press('Escape')
    if (await leaving(page).isVisible()) await leaving(page).click()
    await expect.poll(() => open.count()).toBeLessThan(before)
  }
}

const leaving = (page: Page) => page.getByRole('button', { name: 'Leave without saving' })
