import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day, dollars, moment, number } from '../../shared/i18n/formats.ts'
import { catalogueOf } from '../../web/build/catalogue.ts'
import { blanks as filled, interpolation } from '../../web/src/i18n/blanks.ts'

const [english, french] = (['en', 'fr'] as const).map((locale) => new Map(texts(catalogueOf(locale)))) as [
  Map<string, string>,
  Map<string, string>,
]
const plural = /_(zero|one|two|few|many|other)$/

function texts(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value as object, `${path}${key}.`),
  )
}

const folder = new URL('../../web/src/', import.meta.url).pathname
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'))

/** Words that are the same in both languages, and names of what has no other. */
const same = /^(code|figure|word|status|role|step|section|information|field)\.|\.key$/

test('the console says the same things in both languages, with the same blanks to fill', () => {
  const blanks = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  const keys = (catalogue: Map<string, string>) =>
    [...new Set([...catalogue.keys()].map((key) => key.replace(plural, '')))].sort()
  expect(keys(french)).toEqual(keys(english))
  for (const [key, text] of english) {
    if (!plural.test(key)) expect(blanks(french.get(key)), key).toEqual(blanks(text))
  }
})

test('a text that counts has the plural forms that its language tells apart', () => {
  const stems = (catalogue: Map<string, string>) =>
    new Set([...catalogue.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')))
  for (const stem of stems(english))
    for (const form of ['one', 'other']) expect(english.has(`${stem}_${form}`), stem).toBe(true)
  for (const stem of stems(french)) {
    for (const form of ['one', 'many', 'other'])
      if (!same.test(stem)) expect(french.has(`${stem}_${form}`), `${stem}_${form}`).toBe(true)
  }
})

test('French is set as French: spaces that do not break, no straight quotes, nothing left in English', () => {
  for (const [key, text] of french) {
    expect(text, key).not.toMatch(/[^\u00a0\d/s]:(?!\/\/)(?=\s|$)/)
    expect(text, key).not.toMatch(/ :|\s[;!?]|['"]|« | »/)
    expect(text, key).not.toMatch(/«(?!\u00a0)|(?<!\u00a0)»/)
    if (text.replace(/\{\w+\}/g, '').length > 12 && !same.test(key)) expect(text, key).not.toBe(english.get(key))
  }
})

test('every word that a screen asks for is in the catalogue', () => {
  const has = (key: string) => english.has(key) || english.has(`${key}_one`)
  const asked = sources.flatMap((text) =>
    [...text.matchAll(/\bsay\(\s*(['`])([^'`]+)\1/g)].map(([, , key = '']) => key),
  )
  expect(asked.length).toBeGreaterThan(200)
  for (const key of new Set(asked)) {
    const [stem = ''] = key.split('${')
    if (stem === key) expect(has(key), key).toBe(true)
    else
      expect(
        [...english.keys()].some((each) => each.startsWith(stem)),
        key,
      ).toBe(true)
  }
})

test('dates, numbers and money are written as each language writes them', () => {
  expect(day('2026-11-01', 'fr')).toBe('1er novembre 2026')
  expect(day('2026-11-11', 'fr')).toBe('11 novembre 2026')
  expect(day('2026-11-01', 'en')).toBe('November 1, 2026')
  expect(number(1234567.5, 'fr')).toBe('1\u00a0234\u00a0567,5')
  expect(number(0.49, 'fr', { style: 'percent' })).toBe('49\u00a0%')
  expect(dollars(1250, 'fr')).toBe('12,50\u00a0$')
  expect(dollars(1250, 'en')).toBe('$12.50')
  expect(moment('2026-11-01T20:30:00.000Z', 'fr', 'America/Toronto')).toBe('1er novembre 2026, 15\u00a0h\u00a030')
})

test.each([
  [0, '0\u00a0jour de retard', '0 days late'],
  [1, '1\u00a0jour de retard', '1 day late'],
  [1.5, '1,5\u00a0jour de retard', '1.5 days late'],
  [2, '2\u00a0jours de retard', '2 days late'],
  [1_000_000, '1\u00a0000\u00a0000 de jours de retard', '1,000,000 days late'],
])('%d is counted as each language counts', async (count, inFrench, inEnglish) => {
  const { createInstance } = await import('i18next')
  const i18n = createInstance()
  await i18n.init({
    lng: 'fr',
    resources: { en: { translation: catalogueOf('en') }, fr: { translation: catalogueOf('fr') } },
    interpolation,
  })
  expect(i18n.t('today.late', { lng: 'fr', ...filled({ count }, 'fr') })).toBe(inFrench)
  expect(i18n.t('today.late', { lng: 'en', ...filled({ count }, 'en') })).toBe(inEnglish)
})
