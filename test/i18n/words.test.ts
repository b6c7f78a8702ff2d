import i18next from 'i18next'
import { expect, test } from 'vitest'
import words from '../../infra/lean/words.ts'
import en from '../../shared/i18n/en.json' with { type: 'json' }
import fr from '../../shared/i18n/fr.json' with { type: 'json' }

/** The path of every text of a catalogue, and without the plural form that it may end in. */
function keysOf(catalogue: object, path = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${path}${key}`, `${path}${key}`.replace(/_(zero|one|many|other)$/, '')]
      : keysOf(value, `${path}${key}.`),
  )
}

test('the bundles, which have no i18next, say every text as i18next does', () => {
  const catalogue = i18next.createInstance()
  void catalogue.init({
    resources: { en: { translation: en }, fr: { translation: fr } },
    lng: 'en',
    fallbackLng: false,
    initAsync: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    returnEmptyString: false,
  })
  const instance = words.createInstance()
  instance.init({ resources: { en: { translation: () => en }, fr: { translation: () => fr } } })

  const names = [...new Set(JSON.stringify([en, fr]).match(/\{\w+\}/g))].map((blank) => blank.slice(1, -1))
  const filled = Object.fromEntries(
    names.map((name, index) => [name, index % 2 ? index : `$& {${names[0]}} “${name}”`]),
  )
  const { count: _, ...filledButCount } = filled
  const counts = [0, 1, 1.5, 2, 5, 21, 100, 1_000_000]
  const blank = Object.fromEntries(names.map((name) => [name, undefined]))
  const given = [{}, blank, filledButCount, ...counts.map((count) => ({ ...filledButCount, count }))]
  const keys = [...keysOf(en), 'problem.nothing.title', 'nothing', 'problem.constructor.name', 'constructor']
  for (const key of keys) {
    for (const lng of ['en', 'fr']) {
      expect(instance.exists(key, { lng }), `${lng} ${key}`).toBe(catalogue.exists(key, { lng }))
      for (const params of given) {
        const options = { lng, ...params }
        expect(instance.t(key, options), `${lng} ${key}`).toBe(catalogue.t(key, options))
      }
    }
  }
})
