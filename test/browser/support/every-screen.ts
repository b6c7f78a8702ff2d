import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openConsole, settled, type Visitor } from './console.ts'
import type { Part } from './inspect.ts'
import { arrive, close, lookAt } from './look.ts'
import { goOffline } from './offline.ts'
import { openQuietCentre, quietCentre } from './quiet-centre.ts'
import type { Screen } from './screens.ts'
import { enlarge, forceColours } from './senses.ts'
import { furnishedThings, type Things } from './things.ts'

/** A Tuesday morning on which the seed is always the same. */
const at = '2026-10-20T13:30:00.000Z'

/** What the API answers when something of its own is broken. */
function refuse(route: Route): Promise<void> {
  const body = {
    type: 'urn:rx-community:problem:internal',
    title: 'Something went wrong',
    status: 500,
    detail: 'It went wrong on our side – ça n’a pas marché de notre côté.',
    instance: 'urn:rx-community:request:request_01',
  }
  return route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(body) })
}

/** Screens in every state that they have, each in both languages, wide and narrow. */
export function lookAtEveryState(screens: readonly Screen[]): void {
  const product = openConsole(['guelph'], { at })
  const visitors = new Map<string, Promise<Visitor>>()
  let things: Things
  let minutes = 0
  beforeAll(async () => {
    await openQuietCentre(product.stack())
    things = await furnishedThings(await visitor('navigator@guelph'))
  })
  afterAll(async () => {
    for (const each of visitors.values()) await (await each).leave()
  })

  function visitor(who: string): Promise<Visitor> {
    const known = visitors.get(who) ?? product.visit({ who, path: '/settings' })
    visitors.set(who, known)
    return known
  }

  /** Somebody in front of a screen, as if for the first time. */
  async function open(who: string, path: string): Promise<Page> {
    const { page } = await visitor(who)
    await arrive(page, path)
    return page
  }

  describe.each(screens)('$name', ({ name, who, path, reads, empty, shorter = path, states = {} }) => {
    const mine = `${who}@guelph`

    test('has no barrier once it could be read, nothing is cut off, and it is there without a network', async () => {
      const { page } = await visitor(mine)
      if (reads) {
        await page.route(reads, refuse)
        try {
          // A minute later: what another screen has read is read again.
          minutes += 1
          await page.clock.setFixedTime(Date.parse(at) + minutes * 60_000)
          await open(mine, path(things))
          await page.getByRole('alert').getByText('request_01').waitFor()
          await lookAt(page, `${name}-unreadable`, 'screen')
        } finally {
          await page.unroute(reads)
        }
        await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
        await page.getByRole('alert').waitFor({ state: 'detached' })
        await settled(page)
      } else await open(mine, path(things))
      expect(await page.locator('h1').count()).toBe(1)
      await lookAt(page, name, screens[0]?.name === name ? undefined : 'screen')
      await forceColours(page, name)
      await enlarge(page, name)
      await goOffline(page, name, 'screen')
    })

    if (empty) {
      test('says so where there is nothing', async () => {
        const page =
          empty === 'at the quiet centre'
            ? await open(`${who}@${quietCentre}`, path(things))
            : await open(mine, empty(things))
        await lookAt(page, `${name}-empty`, 'screen')
      })
    }

    for (const [state, reach] of Object.entries(states)) {
      test(`has no barrier, and sends nothing without a network: ${state}`, async () => {
        const page = await open(mine, shorter(things))
        await page.evaluate(rememberWhatWasPressed)
        await reach(page, things)
        await settled(page)
        const part = await openedOn(page)
        await lookAt(page, `${name}-${state}`, part)
        if (part === 'dialog[open]') {
          await expectFocusBack(page)
          await reach(page, things)
        }
        await goOffline(page, `${name}-${state}`, part)
      })
    }
  })
}

/** Closing gives the focus back to what opened. */
async function expectFocusBack(page: Page): Promise<void> {
  await close(page)
  expect(await page.evaluate(hasFocusWhatWasPressed)).toBe('')
}

/** What is before the screen or beside it, where something is. */
async function openedOn(page: Page): Promise<Part> {
  const parts = ['dialog[open]', '.menu:has([aria-expanded="true"])', '.panel'] as const
  for (const part of parts) if ((await page.locator(part).count()) > 0) return part
  return 'screen'
}

/** Runs in the page: closing gives the focus back to what opened. */
function rememberWhatWasPressed(): void {
  const remember = (event: Event) => {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a') : null
    if (pressed && !pressed.closest('dialog, .language')) {
      for (const each of document.querySelectorAll('[data-pressed]')) delete (each as HTMLElement).dataset.pressed
      ;(pressed.closest('.menu')?.querySelector<HTMLElement>('button') ?? pressed).dataset.pressed = ''
    }
  }
  addEventListener('click', remember, { capture: true })
}

/** Runs in the page: nothing, or what has the focus instead. */
function hasFocusWhatWasPressed(): string {
  const focused = document.activeElement
  if (focused?.matches('[data-pressed]') || document.querySelector('[data-pressed]') === null) return ''
  return `${focused?.tagName} ${focused?.className}`
}
