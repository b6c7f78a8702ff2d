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
  print('to another row', `${await median(() => toAnotherRow(page))} ms`, '100 ms')
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

function toAnotherRow(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const rows = document.querySelectorAll<HTMLElement>('tbody tr')
    const next = [...rows].find((row) => !row.classList.contains('selected'))
    const from = performance.now()
    next?.click()
    while (!next?.classList.contains('selected')) await new Promise(requestAnimationFrame)
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
