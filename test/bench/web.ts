import '../../infra/local/quiet.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { signInPeople } from '../../infra/local/people.ts'
import { startStack } from '../../infra/local/stack.ts'
import { budgets, consoleSizes } from '../../web/build/sizes.ts'
import { launchChrome } from '../browser/support/chrome.ts'

/**
 * `npm run bench:web`: what the console weighs, and how long people wait for it on this machine, each beside its budget
 * of docs/console.md. Times are the median of several runs in a real browser against the whole local stack.
 */
const runs = 7
const directory = await mkdtemp(join(tmpdir(), 'rxc-bench-'))
const [stack, browser] = await Promise.all([
  startStack({ directory, port: 0, seed: { centres: ['guelph'] } }),
  launchChrome(),
])
try {
  const { script, style, screens } = consoleSizes()
  const [heaviest = '', most = 0] = Object.entries(screens).sort(([, a], [, b]) => b - a)[0] ?? []
  print('first script, gzipped', `${kb(script)} kB`, `${kb(budgets.script)} kB`)
  print('first style, gzipped', `${kb(style)} kB`, `${kb(budgets.style)} kB`)
  print(`heaviest screen (${heaviest.split('/').at(-1)})`, `${kb(most)} kB`, `${kb(budgets.screen)} kB`)

  const page = await browser.newPage({ viewport: { width: 1366, height: 900 } })
  const navigator = (await signInPeople(stack.deps)).find(({ roles }) => roles.includes('navigator'))
  await page.goto(`${stack.url}/auth/sign-in?next=/today`)
  await page.click(`button[value="${navigator?.subject}"]`)
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  print('largest paint, signed in', `${await median(() => largestPaint(page))} ms`, '1500 ms')
  print('to another screen', `${await median(() => toAnotherScreen(page))} ms`, '300 ms')
  print('to another language', `${await median(() => toAnotherLanguage(page))} ms`, '400 ms')
  await withRows(page, 300)
  print('to the panel of a row, of 300', `${await median(() => toPanel(page))} ms`, '100 ms')
  print('to another row, of 300', `${await median(() => toAnotherRow(page))} ms`, '100 ms')
  print('to the next row by its key, of 300', `${await median(() => toNextRow(page))} ms`, '17 ms')
} finally {
  await browser.close()
  await stack.stop()
  await rm(directory, { recursive: true, force: true })
}

async function largestPaint(page: Page): Promise<number> {
  await page.goto(`${stack.url}/today`)
  await page.locator('tbody tr').first().waitFor()
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
}

/** From the click until the next screen has its heading, measured by the page's own clock. */
async function toAnotherScreen(page: Page): Promise<number> {
  const taken = await timed(page, 'nav a[href="/intake"]', 'Intake')
  await page.locator('nav a[href="/today"]').click()
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  return taken
}

async function toAnotherLanguage(page: Page): Promise<number> {
  const taken = await timed(page, '.language button[lang="fr"]', 'Aujourd’hui')
  await page.locator('.language button[lang="en"]').click()
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  return taken
}

function timed(page: Page, target: string, heading: string): Promise<number> {
  return page.evaluate(
    async ([selector, text]) => {
      const from = performance.now()
      document.querySelector<HTMLElement>(selector as string)?.click()
      while (document.querySelector('h1')?.textContent !== text) await new Promise(requestAnimationFrame)
      return performance.now() - from
    },
    [target, heading],
  )
}

/** The navigator's list, as long as one that nobody has worked off: its rows again and again, each a row of its own. */
async function withRows(page: Page, count: number): Promise<void> {
  await page.route('**/v1/tasks?*', async (route) => {
    const response = await route.fetch()
    const { items } = await response.json()
    const again = (_: unknown, row: number) => ({ ...items[row % items.length], subject: `row-${row}` })
    await route.fulfill({ response, json: { items: Array.from({ length: count }, again) } })
  })
  await page.reload()
  await page
    .locator('tbody tr')
    .nth(count - 1)
    .waitFor()
}

/** From the click until the panel beside the list is painted. */
async function toPanel(page: Page): Promise<number> {
  const taken = await painted(page, 'tbody tr:nth-child(3)')
  await page.locator('.panel .panel-header button').click()
  return taken
}

async function toAnotherRow(page: Page): Promise<number> {
  if ((await page.locator('.panel').count()) === 0) await page.locator('tbody tr').first().click()
  return painted(page, 'tbody tr.selected + tr')
}

/** From a click until what it changed is on the screen: what is drawn next was painted with it. */
function painted(page: Page, target: string): Promise<number> {
  return page.evaluate(async (selector) => {
    const from = performance.now()
    document.querySelector<HTMLElement>(selector)?.click()
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - from
  }, target)
}

function toNextRow(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const from = performance.now()
    const held = document.activeElement
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }))
    while (document.activeElement === held) await new Promise(requestAnimationFrame)
    return performance.now() - from
  })
}

async function median(measure: () => Promise<number>): Promise<number> {
  const all: number[] = []
  for (let run = 0; run < runs; run += 1) all.push(await measure())
  return Math.round(all.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0)
}

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

function print(what: string, found: string, budget: string): void {
  process.stdout.write(`${what.padEnd(40)}${found.padStart(12)}   budget ${budget}\n`)
}
