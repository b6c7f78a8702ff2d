import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/** Where `npm run pictures` leaves what it saw. A run that only tests looks, and leaves nothing. */
const folder = process.env.PICTURES

/** Keeps a picture of all of a page, where pictures are asked for. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
