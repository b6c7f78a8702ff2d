import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { absoluteSeconds, cookieName, newHandle } from '../../../functions/api/auth/session.ts'
import { admit } from '../../../functions/api/auth/sign-in.ts'
import { signInPeople } from '../../../infra/local/people.ts'
import { type Stack, startStack } from '../../../infra/local/stack.ts'
import { launchChrome } from './chrome.ts'

export interface Visit {
  /** A role at a centre: `navigator@guelph`. */
  readonly who: string
  /** Where to go first. */
  readonly path?: string
  readonly locale?: 'en' | 'fr'
  readonly width?: number
  readonly reducedMotion?: 'reduce' | 'no-preference'
  readonly forcedColors?: 'active' | 'none'
  /** Signs in as people do, page by page; else they are found signed in. */
  readonly byTheDoor?: true
}

/** Somebody in front of the console, in a browser that nobody else has meanwhile. */
export interface Visitor {
  readonly page: Page
  /** How often they have clicked since they arrived, or since `begin`. */
  readonly clicks: () => number
  /** Clicks as a person does: it counts. */
  click(target: Locator): Promise<void>
  /** Starts counting and timing anew. */
  begin(): void
  /** Milliseconds since `begin`. */
  elapsed(): number
  /** Asks the API with this person's own session. */
  api(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
    // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of what it asked for.
  ): Promise<{ status: number; body: any }>
  /** Not for who set the page's clock: the next one would find it so. They close the browser. */
  leave(): Promise<void>
}

export interface Console {
  readonly stack: () => Stack
  visit(visit: Visit): Promise<Visitor>
}

export interface ConsoleOptions {
  /** The day and hour that it is, for the product and in the browser, where that is not now. */
  readonly at?: string
}

/**
 * The whole product for one file of tests, with the seed of a few centres, and a real browser to open it with. Whatever
 * the page complains of (a policy, an exception, a warning of React) fails the file.
 */
export function openConsole(centres: readonly string[] = ['guelph'], { at }: ConsoleOptions = {}): Console {
  let stack: Stack
  let browser: Browser
  let directory: string
  const complaints: string[] = []
  /** Browsers that somebody has left, by their language: to start one takes longer than most of what is done in it. */
  const left = new Map<string, Page[]>()

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'rxc-browser-'))
    const options = { directory, port: 0, seed: { centres }, ...(at && { now: clockFrom(at) }) }
    ;[stack, browser] = await Promise.all([startStack(options), launchChrome()])
  })
  afterAll(async () => {
    await browser?.close()
    await stack?.stop()
    await rm(directory, { recursive: true, force: true })
    expect(complaints).toEqual([])
  })

  async function visit({
    who,
    path = '/',
    locale = 'en',
    width = 1366,
    reducedMotion = 'reduce',
    forcedColors = 'none',
    byTheDoor,
  }: Visit) {
    const [role = '', centre] = who.split('@')
    const people = await signInPeople(stack.deps)
    const person = people.find(({ centreId, roles }) => centreId === centre && roles.includes(role))
    if (person === undefined) throw new Error(`Nobody is ${who}.`)
    const page = left.get(locale)?.pop() ?? (await newPage(locale))
    const context = page.context()
    if (at) await context.clock.setFixedTime(at)
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ media: null, reducedMotion, forcedColors })
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !isExpected(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    if (byTheDoor) {
      await page.goto(`${stack.url}/auth/sign-in?next=${encodeURIComponent(path)}&ui_locales=${locale}`)
      await page.click(`button[value="${person.subject}"]`)
    } else {
      await context.addCookies([await sessionOf(stack, person.subject)])
      await page.goto(`${stack.url}${path}`)
    }
    const header = page.getByRole('banner')
    await header.waitFor()
    const language = header.getByRole('button', { name: locale === 'fr' ? 'Français' : 'English' })
    if ((await language.getAttribute('aria-pressed')) !== 'true') await chooseLanguage(page, language)
    await settled(page)
    return visitorOf(page, async () => {
      await clear(page)
      left.set(locale, [...(left.get(locale) ?? []), page])
    })
  }

  async function newPage(locale: 'en' | 'fr'): Promise<Page> {
    const context = await browser.newContext({ locale: `${locale}-CA`, timezoneId: 'America/Toronto' })
    return context.newPage()
  }

  /** Leaves nothing in a browser but what it has read of the console itself. */
  async function clear(page: Page): Promise<void> {
    const context = page.context()
    page.removeAllListeners()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await context.setOffline(false)
    await page.goto(`${stack.url}/icon.svg`)
    await page.evaluate(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
    await Promise.all([context.clearCookies(), context.clearPermissions()])
  }

  return { stack: () => stack, visit }
}

/** A clock that was set to an instant when the test began, and goes on from there. */
function clockFrom(at: string): () => string {
  const from = Date.parse(at) - performance.now()
  return () => new Date(from + performance.now()).toISOString()
}

/** The cookie of a new session, begun as sign-in begins it. */
async function sessionOf({ deps }: Stack, subject: string) {
  const now = deps.now()
  const { value, digest } = newHandle()
  const person = await admit(deps, subject, { requestId: 'visit', now })
  const expires = Math.floor(Date.parse(now) / 1000) + absoluteSeconds
  await deps.system.saveSession({ digest, person, createdAt: now, seenAt: now, expires })
  const place = { domain: '127.0.0.1', path: '/' }
  return { name: cookieName, value, ...place, httpOnly: true, secure: true, sameSite: 'Lax' as const }
}

/** Changes the language, and waits until that is remembered: what is opened next asks for it. */
export async function chooseLanguage(page: Page, button: Locator): Promise<void> {
  const isRemembered = page.waitForResponse(
    (answer) => answer.request().method() === 'PATCH' && answer.url().endsWith('/v1/me'),
  )
  await button.click()
  await isRemembered
}

/** Until a screen has its title and nothing on it is still being read. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null,
  )
}

/** The browser itself reports each refusal of the API, and the router each screen that nobody answered for. */
function isExpected(text: string): boolean {
  return text.startsWith('Failed to load resource') || text.startsWith('Problem')
}

function visitorOf(page: Page, leave: () => Promise<void>): Visitor {
  let clicks = 0
  let from = performance.now()
  return {
    page,
    clicks: () => clicks,
    click: async (target) => {
      clicks += 1
      await target.click()
    },
    begin: () => {
      clicks = 0
      from = performance.now()
    },
    elapsed: () => Math.round(performance.now() - from),
    api: (method, path, body, headers = {}) =>
      page.evaluate(
        async (request) => {
          const response = await fetch(request.path, {
            method: request.method,
            headers: { ...request.headers, ...(request.body !== undefined && { 'Content-Type': 'application/json' }) },
            ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
          })
          return { status: response.status, body: await response.json().catch(() => undefined) }
        },
        { method, path, body, headers },
      ),
    leave,
  }
}
