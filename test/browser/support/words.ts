import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

type Words = string | { readonly [key: string]: Words }

const folder = new URL('../../../shared/i18n/', import.meta.url)

/** By language, what its catalogues say and those of the other do not: words that give away what was not translated. */
const only = { en: without('en', 'fr'), fr: without('fr', 'en') }
const parts = { en: betweenBlanks('en', 'fr'), fr: betweenBlanks('fr', 'en') }

/** What is on the screen in the wrong language, and keys and blanks that nobody filled in. */
export async function foreignWords(page: Page): Promise<string[]> {
  const locale = (await page.locator('html').getAttribute('lang')) === 'fr-CA' ? 'fr' : 'en'
  // They are many, and the page keeps them.
  if (!(await page.evaluate(() => 'words' in globalThis))) await page.evaluate(keepWords, { only, parts })
  return page.evaluate(lookForWords, `${locale}-CA`)
}

/** Runs in the page. */
function keepWords(foreign: { only: typeof only; parts: typeof parts }): void {
  const of = (other: 'en' | 'fr') => ({ words: new Set(foreign.only[other]), parts: foreign.parts[other] })
  Object.assign(globalThis, { words: { 'en-CA': of('fr'), 'fr-CA': of('en') } })
}

/** Runs in the page. */
function lookForWords(lang: string): string[] {
  type Foreign = Record<string, { words: ReadonlySet<string>; parts: readonly string[] }>
  const foreign = (globalThis as unknown as { words: Foreign }).words[lang]
  const faults = new Set<string>()
  const look = (text: string, element: Element) => {
    const words = text.trim().replace(/\s+/g, ' ')
    if (element.closest('[lang]')?.getAttribute('lang') !== lang || element.closest('code')) return
    const small = words.toLowerCase()
    if (foreign?.words.has(small) || foreign?.parts.some((part) => small.includes(part)))
      faults.add(`not in ${lang}: ${words}`)
    if (/^[a-z][\w-]*(\.[\w-]+)+$/.test(words) && !words.includes('@')) faults.add(`a key without words: ${words}`)
    if (/\{\w+\}/.test(words)) faults.add(`a blank that nobody filled: ${words}`)
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode
    if (textContent?.trim() && parentElement) look(textContent, parentElement)
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-label']) {
    for (const element of document.querySelectorAll(`[${name}]`)) look(element.getAttribute(name) ?? '', element)
  }
  return [...faults]
}

function without(locale: 'en' | 'fr', other: 'en' | 'fr'): string[] {
  const others = new Set(wordsOf(other))
  return wordsOf(locale).filter((words) => !others.has(words) && !words.includes('{'))
}

/** What stands between the blanks of its texts, where it is long enough to be no other's. */
function betweenBlanks(locale: 'en' | 'fr', other: 'en' | 'fr'): string[] {
  const others = wordsOf(other).join('\n')
  const parts = wordsOf(locale).flatMap((words) => (words.includes('{') ? words.split(/\{\w+\}/) : []))
  return [...new Set(parts)].filter((part) => part.trim().length > 12 && !others.includes(part))
}

function wordsOf(locale: 'en' | 'fr'): string[] {
  const console = readdirSync(new URL('console/', folder)).filter((name) => name.endsWith(`.${locale}.json`))
  const files = [`${locale}.json`, ...console.map((name) => `console/${name}`)]
  return files.flatMap((name) => flat(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
}

function flat(words: Words): string[] {
  return typeof words === 'string'
    ? [words.trim().replace(/\s+/g, ' ').toLowerCase()]
    : Object.values(words).flatMap(flat)
}
