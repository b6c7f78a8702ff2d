import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { inspectLayout } from './layout.ts'
import { foreignWords } from './words.ts'

/** All rules of WCAG 2.2 A and AA, and good practice: none is switched off. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What is the same around every screen: it is looked at with the first one. */
const frame = ['.skip', '.top', '.nav']

/** Rows of a list that are like those before them. */
const more = ['tbody tr:nth-child(n + 16)', '.matches > li:nth-child(n + 9)']

/** A part of the page to look at. Without one it is all of it. */
export type Part = 'screen' | 'dialog[open]' | '.panel' | '.menu:has([aria-expanded="true"])'

/** What is wrong with what is on the screen, in words: by axe, by what axe does not see, and by its language. */
export async function faultsOf(page: Page, part?: Part): Promise<string[]> {
  return [...(await breachesOf(page, part)), ...(await page.evaluate(inspectLayout)), ...(await foreignWords(page))]
}

/** What breaks a rule of axe. */
async function breachesOf(page: Page, part: Part | undefined): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const exclude = [...more, ...(part === 'screen' ? frame : [])]
  const context = { ...(part && part !== 'screen' && { include: [part] }), exclude }
  return page.evaluate(
    async ({ context, tags }) => {
      const { axe } = globalThis as unknown as { axe: Pick<typeof import('axe-core'), 'run'> }
      // What passes is not listed: listing it takes longer than all the rest.
      const { violations } = await axe.run(context, { runOnly: tags, resultTypes: ['violations'] })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary?.split('\n')[1] ?? ''}`),
      )
    },
    { context, tags },
  )
}
