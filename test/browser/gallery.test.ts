import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildInto, consoleApp } from '../../infra/local/console.ts'
import { type LocalServer, startServer } from '../../infra/local/server.ts'
import { launchChrome } from './support/chrome.ts'
import { faultsOf } from './support/inspect.ts'
import { keepPicture } from './support/pictures.ts'

let browser: Browser
let server: LocalServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rxc-gallery-'))
  ;[browser, server] = await Promise.all([launchChrome(), startServer(0), buildInto(folder, 'gallery')])
  server.serve((request) => consoleApp(folder).fetch(request))
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

test.each([
  ['en', 1366],
  ['fr', 320],
] as const)(
  'every component in every state, in %s, dialogs at %i: no barrier, nothing cut off',
  async (locale, narrow) => {
    const context = await browser.newContext({ locale: `${locale}-CA`, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${server.url}/gallery`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    for (const width of [1366, 320]) {
      await page.setViewportSize({ width, height: 900 })
      await keepPicture(page, `gallery-${locale}-${width}`)
      expect(await faultsOf(page), String(width)).toEqual([])
    }

    await page.setViewportSize({ width: narrow, height: 900 })
    const open = {
      en: ['Open a dialog', 'Open a conflict', 'Open a panel', 'Open the commands'],
      fr: ['Ouvrir un dialogue', 'Ouvrir un conflit', 'Ouvrir un volet', 'Ouvrir les commandes'],
    }
    for (const name of open[locale]) {
      const button = page.getByRole('button', { name })
      await button.click()
      expect(await faultsOf(page), name).toEqual([])
      await page.keyboard.press('Escape')
      expect(await page.locator('dialog').count(), name).toBe(0)
      expect(await button.evaluate((element) => element === document.activeElement), name).toBe(true)
    }
    await page.getByRole('button', { name: open[locale][0] ?? '' }).click()
    await page.keyboard.type('a')
    await page.keyboard.press('Escape')
    await page.locator('dialog').nth(1).waitFor()
    expect(await faultsOf(page), 'leaving').toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('dialog').count()).toBe(0)
    await page.getByRole('button', { name: locale === 'en' ? 'Show a toast' : 'Montrer un avis' }).click()
    expect(await faultsOf(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  },
)

test('whatever takes the focus is seen to have it, by as many pixels as go around it', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${server.url}/gallery`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // The focus is shown to who uses the keyboard.
  await page.keyboard.press('Tab')
  const kinds = await page.evaluate(markEachKind)
  expect(kinds.length).toBeGreaterThan(20)
  for (const kind of kinds) {
    const stop = page.locator(`[data-kind="${kind}"]`)
    await stop.scrollIntoViewIfNeeded()
    // What is seen of a switch is its track.
    const seen = kind.includes('switch') ? stop.locator('xpath=following-sibling::*[1]') : stop
    const box = await seen.boundingBox()
    if (box === null) throw new Error(`${kind} is not there.`)
    const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 }
    const without = await page.screenshot({ clip })
    await stop.focus()
    const withFocus = await page.screenshot({ clip })
    await stop.blur()
    const changed = await page.evaluate(changedPixels, [without.toString('base64'), withFocus.toString('base64')])
    expect(changed, kind).toBeGreaterThan(2 * (box.width + box.height))
  }
  await context.close()
})

/** Runs in the page: marks the first of each kind of control that can have the focus. */
function markEachKind(): string[] {
  const kinds = new Set<string>()
  const stops = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')
  for (const stop of stops) {
    const state = stop.ariaPressed ?? stop.ariaCurrent ?? (stop.matches(':checked') ? 'checked' : '')
    const kind = [stop.tagName, stop.getAttribute('type') ?? '', stop.className.replace(/m_\w+/g, ''), state].join(' ')
    const name = kind.replace(/\W+/g, '-').toLowerCase()
    if (kinds.has(name) || stop.matches(':disabled, .skip') || !stop.checkVisibility()) continue
    kinds.add(name)
    stop.dataset.kind = name
  }
  return [...kinds]
}

/** Runs in the page: how many pixels of two pictures differ. */
async function changedPixels(pictures: readonly string[]): Promise<number> {
  const [one, other] = await Promise.all(
    pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      canvas?.drawImage(bitmap, 0, 0)
      return canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
    }),
  )
  let changed = 0
  for (let at = 0; one && other && at < one.length; at += 4) {
    const difference = [0, 1, 2].reduce(
      (sum, part) => sum + Math.abs((one[at + part] ?? 0) - (other[at + part] ?? 0)),
      0,
    )
    if (difference > 90) changed += 1
  }
  return changed
}

test('colours forced by the system leave every choice and every focus to be seen', async () => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 900 },
    forcedColors: 'active',
    locale: 'en-CA',
  })
  const page = await context.newPage()
  await page.goto(`${server.url}/gallery`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await keepPicture(page, 'gallery-forced-colours')
  const outlined = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(await outlined('.chip[aria-pressed="true"]')).toBe('solid')
  expect(await outlined('.tab[aria-current="true"]')).toBe('solid')
  expect(await outlined('.language button[aria-pressed="true"]')).toBe('solid')
  const filled = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await filled('input[type="checkbox"]:checked')).not.toBe(await filled('input[type="checkbox"]:not(:checked)'))
  expect(await filled('input[type="radio"]:checked')).not.toBe(await filled('input[type="radio"]:not(:checked)'))
  await page.keyboard.press('Tab')
  expect(await outlined(':focus')).toBe('solid')
  await context.close()
})

test('the gallery is no part of what people are served', async () => {
  const served = consoleApp()
  const page = await browser.newPage()
  server.serve((request) => served.fetch(request))
  await page.goto(`${server.url}/gallery`)
  expect(await page.getByRole('heading', { name: 'Gallery' }).count()).toBe(0)
  await page.close()
})
