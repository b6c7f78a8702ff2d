import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { dictionaryVersion, wholeDictionary } from '../../shared/insights/dictionary.ts'

/**
 * The words of each version of the data dictionary, by digest. Where one below no longer holds, the words have changed:
 * give `dictionaryVersion` its next number and add a line here. A line is never changed: extracts refer to it.
 */
const versions: Readonly<Record<string, string>> = {
  '1': 'b8e1533767eacb6f',
  '2': '2f67156efde6dea5',
}

test('the data dictionary has a new version whenever its words change, in either language', () => {
  const words = JSON.stringify([wholeDictionary('en'), wholeDictionary('fr')])
  expect(createHash('sha256').update(words).digest('hex').slice(0, 16)).toBe(versions[dictionaryVersion])
  expect(Object.keys(versions).at(-1)).toBe(dictionaryVersion)
})

test('every entry has a name and a definition of its own in both languages', () => {
  for (const locale of ['en', 'fr'] as const) {
    for (const { kind, id, name, definition } of wholeDictionary(locale)) {
      expect([name, definition]).not.toContain(`${kind}.${id}.name`)
      expect(definition, id).not.toBe(`${kind}.${id}.definition`)
    }
  }
})
