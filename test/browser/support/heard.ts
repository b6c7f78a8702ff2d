import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { speak } from './look.ts'

const folder = new URL('../aria/', import.meta.url)

/**
 * What a screen reader is told of a screen, in both languages, as it was when somebody last read it through. What differs
 * is shown line by line; once it has been read and is right, `npx vitest run test/browser/accessibility -u` keeps it.
 */
export async function expectHeard(page: Page, name: string): Promise<void> {
  for (const locale of ['en', 'fr'] as const) {
    await speak(page, locale)
    const heard = await page.locator('main').ariaSnapshot()
    // Ids are new every time.
    const plain = heard.replace(/_[0-9A-Z]{26}/g, '_…')
    await expect(`${plain}\n`).toMatchFileSnapshot(fileURLToPath(new URL(`${name}.${locale}.yml`, folder)))
  }
  await speak(page, 'en')
}
