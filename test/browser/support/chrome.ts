import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** A browser without a window: the one that `CHROME_PATH` names, else the one that npm brought. */
export async function launchChrome(): Promise<Browser> {
  const own = process.env.CHROME_PATH
  if (own) return playwright.launch({ executablePath: own, args: ['--no-sandbox'] })
  return playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: true })
}
