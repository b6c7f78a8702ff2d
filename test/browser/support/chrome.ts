import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** Without a window or a graphics card; with all the security that people's browsers have. */
const args = ['--headless=shell', '--no-sandbox', '--disable-gpu', '--font-render-hinting=none']

/** A browser without a window: the one that `CHROME_PATH` names, else the one that npm brought. */
export async function launchChrome(): Promise<Browser> {
  const own = process.env.CHROME_PATH
  if (own) return playwright.launch({ executablePath: own, args })
  return playwright.launch({ executablePath: await chromium.executablePath(), args })
}
