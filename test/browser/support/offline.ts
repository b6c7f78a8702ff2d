import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Part } from './inspect.ts'
import { close } from './look.ts'

/**
 * Takes the network away from what is on the screen: all of it stays to be read, the page says so, whatever can still be
 * pressed sends nothing, and it comes back by itself.
 */
export async function goOffline(page: Page, name: string, part: Part): Promise<void> {
  const before = await page.evaluate(textsOnScreen)
  const notice = page.locator('main > [role="status"]').getByText('You are offline')
  await page.context().setOffline(true)
  try {
    await notice.waitFor()
    const after = new Set(await page.evaluate(textsOnScreen))
    const lost = before.filter((text) => !after.has(text))
    expect(lost, `${name}, offline`).toEqual([])
    const sent = await page.evaluate(pressAll, part === 'screen' ? 'main' : part)
    expect(sent, `${name}, offline`).toEqual([])
  } finally {
    await page.context().setOffline(false)
  }
  await notice.waitFor({ state: 'detached' })
  if ((await page.locator('dialog[open]').count()) > 0) await close(page)
  await page.locator('.toast').evaluateAll((all) => {
    for (const each of all) each.querySelector<HTMLElement>('button:last-child')?.click()
  })
}

/** Runs in the page. */
function textsOnScreen(): string[] {
  const texts: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement?.checkVisibility()) texts.push(walker.currentNode.textContent?.trim() ?? '')
  }
  return texts
}

/** Runs in the page: presses whatever can be pressed, and tells what was sent. */
async function pressAll(part: string): Promise<string[]> {
  const sent: string[] = []
  const { fetch, print } = globalThis
  let pressed = ''
  globalThis.print = () => {}
  globalThis.fetch = async (address, { method = 'GET' } = {}) => {
    // Searching and matching read, though they are sent as if they wrote: what is asked for is private.
    if (!['GET', 'HEAD'].includes(method) && !/\/(search|matches)\b/.test(String(address)))
      sent.push(`${method} ${address} by “${pressed}”`)
    throw new TypeError('There is no network.')
  }
  const later = () => new Promise((go) => setTimeout(go))
  const ends = /^(Close|Cancel|Back)$/
  const all = [...(document.querySelector(part)?.querySelectorAll<HTMLElement>('button, input[type="checkbox"]') ?? [])]
  const closing = all.filter((each) => ends.test(each.ariaLabel ?? each.innerText))
  for (const form of document.querySelectorAll(`${part} form`)) {
    pressed = 'Ctrl+Enter'
    form.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }))
    await later()
  }
  for (const button of [...all.filter((each) => !closing.includes(each)), ...closing]) {
    if (!button.isConnected || button.matches(':disabled, .language *')) continue
    pressed = button.ariaLabel ?? button.innerText
    button.click()
    await later()
  }
  await later()
  Object.assign(globalThis, { fetch, print })
  return sent
}
