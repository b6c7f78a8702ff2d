import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '../../shared/i18n/en.json' with { type: 'json' }
import fr from '../../shared/i18n/fr.json' with { type: 'json' }
import { hasText, preferredLocale, say } from '../../shared/i18n/index.ts'

function texts(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  )
}

const root = new URL('../../', import.meta.url).pathname
const sources = ['shared', 'functions'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
)

/** Words that are the same in both languages. */
const same = new Set(['code.referral-reason.stress', 'code.referral-reason.transportation-insecurity'])

test('both catalogues have the same texts, with the same blanks to fill', () => {
  const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  const french = new Map(texts(fr))
  // French tells millions apart from other plurals.
  const keys = [...french.keys()].filter((key) => !key.endsWith('_many'))
  expect(keys.sort()).toEqual(
    texts(en)
      .map(([key]) => key)
      .sort(),
  )
  for (const [key, text] of texts(en)) expect(blanks(french.get(key) ?? ''), key).toEqual(blanks(text))
})

test('French is set as French: spaces that do not break, no straight quotes, nothing left in English', () => {
  const english = new Map(texts(en))
  for (const [key, text] of texts(fr)) {
    expect(text, key).not.toMatch(/[^\u00a0\d/s]:(?!\/\/)(?=\s|$)/)
    expect(text, key).not.toMatch(/ :|\s[;!?]|['"]|« | »/)
    expect(text, key).not.toMatch(/«(?!\u00a0)|(?<!\u00a0)»/)
    if (text.length > 12 && !same.has(key)) expect(text, key).not.toBe(english.get(key))
  }
})

test('every refusal and every fault that the code can give has its words', () => {
  const found = (pattern: RegExp) => [
    ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code))),
  ]
  const refusals = found(/new (?:Conflict|Refusal)\(\s*'([a-z-]+)'/g)
  const faults = found(/pointer:[^}]*?code: '([a-z-]+)'/g)
  expect(refusals.length).toBeGreaterThan(20)
  expect(faults.length).toBeGreaterThan(5)
  for (const code of refusals) {
    expect(hasText(`problem.${code}.title`) && hasText(`problem.${code}.detail`), String(code)).toBe(true)
  }
  for (const code of faults) expect(hasText(`fault.${code}`), String(code)).toBe(true)
})

test('blanks are filled in the language asked for', () => {
  expect(say('fr', 'problem.throttled.detail', { seconds: 2 })).toContain('dans 2 secondes')
  expect(say('en', 'message.heading', { centre: 'Maple', date: '2026-11-21' })).toBe('Rx: Community, Maple, 2026-11-21')
})

test.each([
  ['fr-CA,en;q=0.8', 'fr'],
  ['en-CA, fr;q=0.9', 'en'],
  ['de, fr;q=0.3, en;q=0.2', 'fr'],
  ['en;q=0', 'fr'],
  ['*', 'fr'],
  [undefined, 'fr'],
])('Accept-Language %s is answered in %s, French being the fallback', (header, locale) => {
  expect(preferredLocale(header, 'fr')).toBe(locale)
})
