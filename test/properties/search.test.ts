import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../shared/clients/schema.ts'
import {
  foldedNames,
  namePartition,
  nameWords,
  type SearchEntry,
  searchEntries,
} from '../../shared/clients/search-entries.ts'
import { fold } from '../../shared/core/text.ts'

const letters = [
  ...'aábcdeéfghiklmnoprsßtuvwzøłıŐÇñ',
  ...'αβγς',
  ...'абв',
  ...'אבג',
  ...'ابن',
  ...'मीरशा',
  ...'ᐊᓂ',
  ...'小龙',
  '𠮷',
  '김',
]
const word = (maxLength: number) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength })
const joint = fc.constantFrom(' ', '-', '’', "'", ' de ', '. ')
/** One to three words with what names have between them. */
const name = fc
  .tuple(word(9), fc.array(fc.tuple(joint, word(6)), { maxLength: 2 }))
  .map(([first, rest]) => first + rest.flat().join(''))
const names = fc.record({ given: name, family: name }, { requiredKeys: ['given', 'family'] })
const client = (names: Client['names'], given: Partial<Client> = {}): Client => ({
  id: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
  version: 1,
  names,
  locale: 'en',
  languages: [],
  needsInterpreter: false,
  contactPoints: [],
  safeContact: false,
  doNotContact: false,
  interests: [],
  talents: [],
  barriers: [],
  equity: {},
  status: 'active',
  mergedFrom: [],
  createdAt: '2026-11-21T15:00:00.000Z',
  ...given,
})

/** A client whose names have no more endings than there is room for. */
function fitting(names: Client['names']): Client {
  const of = client(names)
  fc.pre(foldedNames(of).join('').length <= 80)
  return of
}

/** The entries that a search for a folded text of two letters or more reads. */
const read = (of: Client, text: string) =>
  searchEntries(of).filter(({ partition, sort }) => partition === namePartition(text) && sort.startsWith(text))

const parts = (text: string): string[] => {
  const all = [...text]
  return all.flatMap((_, from) => all.slice(from + 1).map((__, n) => all.slice(from, from + n + 2).join('')))
}

describe('search entries', () => {
  test('find any part, of two letters or more, of any word of any name', () => {
    fc.assert(
      fc.property(names, (names) => {
        const of = fitting(names)
        for (const word of foldedNames(of)) {
          for (const part of parts(word)) expect([part, read(of, part).length > 0]).toEqual([part, true])
        }
      }),
    )
  })

  test('find nothing that is in no name', () => {
    fc.assert(
      fc.property(names, word(4), (names, text) => {
        const of = fitting(names)
        const [sought = ''] = nameWords(text)
        fc.pre([...sought].length >= 2)
        expect(read(of, sought).length > 0).toBe(foldedNames(of).some((name) => name.includes(sought)))
      }),
    )
  })

  test('answer a search with the client once, however often its names hold the text', () => {
    fc.assert(
      fc.property(names, (names) => {
        const of = fitting(names)
        for (const word of foldedNames(of)) {
          for (const part of parts(word)) {
            const { length } = [...part]
            const first = read(of, part).filter(({ data }) => (data as SearchEntry).shared < length)
            expect([part, first.length]).toEqual([part, 1])
          }
        }
      }),
    )
  })

  test('fit a transaction however long the names are, each in a place of its own', () => {
    const long = fc.string({ unit: fc.constantFrom(...letters, ' ', '-'), minLength: 50, maxLength: 60 })
    const longNames = fc.record({
      given: long,
      family: long,
      preferred: long,
      other: fc.array(long, { minLength: 4, maxLength: 4 }),
    })
    const safe = { voicemail: true, text: true }
    const contactPoints = Array.from({ length: 6 }, (_, n) => ({
      system: 'phone' as const,
      value: `519-555-010${n}`,
      preferred: false,
      safe,
    }))
    fc.assert(
      fc.property(longNames, (names) => {
        const entries = searchEntries(client(names, { contactPoints, birthDate: '1951-04-12', chartNumber: 'G-1' }))
        // With the client, its event, the audit entry, a referral, its event and the kept answer: 100 at most.
        expect(entries.length).toBeLessThanOrEqual(88)
        expect(new Set(entries.map(({ partition, sort }) => `${partition} ${sort}`)).size).toBe(entries.length)
      }),
      { numRuns: 30 },
    )
  })

  test('of a record that was merged away are none', () => {
    expect(searchEntries(client({ given: 'Fern', family: 'Fiction' }, { status: 'merged' }))).toEqual([])
  })

  test('say nothing in their keys but the folded name and the id', () => {
    const [first] = searchEntries(client({ given: 'Fern', family: 'Fiction' }))
    expect(first).toMatchObject({ partition: 'NAME#ct', sort: 'ction#client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' })
  })
})

describe('a folded text', () => {
  const text = fc.string({ unit: fc.constantFrom(...letters, ' ', '-', '’'), maxLength: 30 })

  test('is the same from upper case, lower case, composed and decomposed', () => {
    fc.assert(
      fc.property(text, (text) => {
        const folded = fold(text)
        for (const form of ['NFC', 'NFD'] as const) {
          expect(fold(text.normalize(form))).toBe(folded)
          expect(fold(text.toUpperCase().normalize(form))).toBe(folded)
        }
        expect(fold(folded)).toBe(folded)
      }),
    )
  })

  test('holds no accent that a keyboard may lack', () => {
    expect(fold('ÀÉÎÕÜÇŁØĐŒÆẞñž’')).toBe('aeioucl' + 'od' + 'oeaess' + "nz'")
  })

  test('as words holds no word without a letter', () => {
    fc.assert(
      fc.property(text, (text) => {
        for (const word of nameWords(text)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
      }),
    )
  })
})
