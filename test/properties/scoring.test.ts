import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instrument, Item } from '../../shared/outcomes/instrument.ts'
import { type InstrumentId, instruments } from '../../shared/outcomes/instruments/index.ts'
import { type Answer, type Answers, checkAnswers, compareScores, scaleOf, score } from '../../shared/outcomes/score.ts'

const all = Object.values(instruments)
const instrument = fc.constantFrom(...all)
const noNumber = fc.constantFrom<Answer>('dont-know', 'prefer-not-to-say', 'skipped')

test('every complete set of answers is accepted, and its score is within the range', () => {
  fc.assert(
    fc.property(completed(), ({ instrument, answers }) => {
      expect(checkAnswers(instrument, answers)).toEqual([])
      const result = score(instrument, answers)
      expect(result.missing).toEqual([])
      const scores = instrument.rule.kind === 'each' ? Object.values(result.scores ?? {}) : [result.score]
      expect(scores).toHaveLength(instrument.rule.kind === 'each' ? instrument.items.length : 1)
      for (const value of scores) expect(value).toSatisfy((s: number) => within(instrument, s))
    }),
  )
})

test('the least and the greatest answers give the ends of the range', () => {
  for (const one of all.filter(({ rule }) => rule.kind !== 'each')) {
    expect(
      score(
        one,
        answered(one, (codes) => Math.min(...codes)),
      ).score,
      one.id,
    ).toBe(one.range.min)
    expect(
      score(
        one,
        answered(one, (codes) => Math.max(...codes)),
      ).score,
      one.id,
    ).toBe(one.range.max)
  }
})

test('the order in which answers arrive does not matter', () => {
  fc.assert(
    fc.property(completed(), ({ instrument, answers }) => {
      const backwards = Object.fromEntries(Object.entries(answers).reverse())
      expect(score(instrument, backwards)).toEqual(score(instrument, answers))
    }),
  )
})

test('an answer that is not a number is missing, never zero', () => {
  fc.assert(
    fc.property(completed(), noNumber, fc.nat(), ({ instrument, answers }, word, at) => {
      const item = instrument.items[at % instrument.items.length]?.id ?? ''
      const result = score(instrument, { ...answers, [item]: word })
      expect(checkAnswers(instrument, { ...answers, [item]: word })).toEqual([])
      expect(result.missing).toEqual([item])
      expect(result.score).toBeNull()
      expect(result.scores ?? {}).not.toHaveProperty(item)
      expect(result.flags).toEqual([])
    }),
  )
})

test('whatever is sent, a score stays within its range or is null', () => {
  const anything = fc.oneof(fc.double(), fc.integer({ min: -3, max: 120 }), noNumber)
  fc.assert(
    fc.property(instrument, fc.array(anything, { minLength: 7, maxLength: 7 }), (one, values) => {
      const answers = Object.fromEntries(one.items.map(({ id }, at) => [id, values[at] ?? 'skipped']))
      const result = score(one, answers)
      if (result.score !== null) expect(within(one, result.score)).toBe(true)
      for (const value of Object.values(result.scores ?? {})) expect(within(one, value)).toBe(true)
      const refused = checkAnswers(one, answers).map(({ item }) => item)
      expect(result.missing).toEqual(expect.arrayContaining(refused))
    }),
  )
})

test('a problem names the item: unknown, not an option, or left out', () => {
  expect(checkAnswers(instruments['ucla-3'], { companionship: 4, 'left-out': 2, mood: 1 })).toEqual([
    { item: 'mood', problem: 'unknown-item' },
    { item: 'companionship', problem: 'not-an-option' },
    { item: 'isolated', problem: 'missing-answer' },
  ])
  expect(checkAnswers(instruments['activity-days'], { days: 2.5 })).toEqual([
    { item: 'days', problem: 'not-an-option' },
  ])
  const unheardOf = { days: 'maybe' } as unknown as Answers
  expect(checkAnswers(instruments['activity-days'], unheardOf)).toEqual([{ item: 'days', problem: 'not-an-option' }])
})

test.each<[InstrumentId, Answers, number | null, string[]]>([
  ['ucla-3', { companionship: 2, 'left-out': 2, isolated: 1 }, 5, []],
  ['ucla-3', { companionship: 2, 'left-out': 2, isolated: 2 }, 6, ['lonely']],
  ['ucla-3', { companionship: 3, 'left-out': 3, isolated: 'dont-know' }, null, []],
  ['loneliness-direct', { lonely: 3 }, 3, []],
  ['loneliness-direct', { lonely: 4 }, 4, ['lonely']],
  ['belonging', { belonging: 3 }, 3, ['strong']],
  ['health', { health: 3 }, 3, []],
  ['mental-health', { 'mental-health': 4 }, 4, ['very-good']],
  ['life-satisfaction', { 'life-satisfaction': 0 }, 0, []],
  ['activity-days', { days: 5 }, 5, ['active']],
  ['phq-2', { interest: 0, mood: 0 }, 0, []],
  ['phq-2', { interest: 1, mood: 2 }, 3, ['positive']],
  ['ons4', { satisfied: 7, worthwhile: 8, happy: 6, anxious: 2 }, null, []],
  ['primary-care-visits', { visits: 99 }, 99, []],
])('%s answered %j scores %s and flags %j', (id, answers, expected, flags) => {
  expect(score(instruments[id], answers)).toMatchObject({ score: expected, flags })
})

test('the Rasch table turns a raw sum of 21 into 19.25 and rises with the sum', () => {
  const threes = Object.fromEntries(instruments.swemwbs.items.map(({ id }) => [id, 3]))
  expect(score(instruments.swemwbs, threes).score).toBe(19.25)
  const { rule } = instruments.swemwbs
  const values = rule.kind === 'rasch' ? Object.values(rule.table) : []
  expect(values).toHaveLength(29)
  expect(values).toEqual([...values].sort((a, b) => a - b))
})

test('a positive depression screen asks for a clinician; nothing else does', () => {
  const asking = all.filter(({ thresholds }) => thresholds.some(({ handOff }) => handOff === 'clinician'))
  expect(asking.map(({ id }) => id)).toEqual(['phq-2'])
})

describe('a change', () => {
  test('is judged by which way is better', () => {
    expect(compareScores(instruments['ucla-3'], 7, 6)).toBe('improved')
    expect(compareScores(instruments['activity-days'], 3, 2)).toBe('worse')
    expect(compareScores(instruments.health, 3, 3)).toBe('same')
    expect(compareScores(instruments.swemwbs, 19.25, 19.98)).toBe('same')
  })

  test('back again is judged the other way round', () => {
    const mirror = { improved: 'worse', same: 'same', worse: 'improved' } as const
    const points = fc.integer({ min: 0, max: 99 })
    fc.assert(
      fc.property(instrument, points, points, (one, before, after) => {
        expect(compareScores(one, after, before)).toBe(mirror[compareScores(one, before, after)])
      }),
    )
  })

  test('of a reversed item reads the other way', () => {
    expect(compareScores(scaleOf(instruments.ons4, 'anxious'), 8, 4)).toBe('improved')
    expect(compareScores(scaleOf(instruments.ons4, 'happy'), 8, 4)).toBe('worse')
  })
})

describe('the instruments', () => {
  test('are filed under their own ids, with items and thresholds told apart by theirs', () => {
    for (const [id, one] of Object.entries(instruments)) {
      expect(one.id).toBe(id)
      expect(new Set(one.items.map((item) => item.id)).size).toBe(one.items.length)
      expect(new Set(one.thresholds.map((threshold) => threshold.id)).size).toBe(one.thresholds.length)
      for (const { at } of one.thresholds) expect(within(one, at)).toBe(true)
    }
  })

  test('on by default are the seven of the pilot', () => {
    expect(all.filter((one) => one.default).map(({ id }) => id)).toEqual([
      'ucla-3',
      'loneliness-direct',
      'belonging',
      'health',
      'mental-health',
      'life-satisfaction',
      'activity-days',
    ])
  })

  test('have every item in both languages, unless the centre supplies the words', () => {
    for (const one of all) {
      for (const { text } of one.items) {
        if (one.textSuppliedByCentre) expect(text).toBeNull()
        else expect(text).toEqual({ en: expect.stringMatching(/\S/), fr: expect.stringMatching(/\S/) })
      }
    }
  })

  test('are set in French type: curly apostrophes, and a no-break space before a colon and inside guillemets', () => {
    const french = all.flatMap((one) => [...JSON.stringify(one).matchAll(/"fr":"([^"]*)"/g)].map(([, words]) => words))
    expect(french.length).toBeGreaterThan(50)
    for (const words of french) expect(words).not.toMatch(/'|(?<!\u00a0)[:»]|«(?!\u00a0)/)
  })

  test('band every score of an item exactly once', () => {
    for (const { bands, items } of instruments.ons4.bands ?? []) {
      expect(instruments.ons4.items.map(({ id }) => id)).toEqual(expect.arrayContaining([...items]))
      for (let value = 0; value <= 10; value++) {
        expect(bands.filter(({ min, max }) => value >= min && value <= max)).toHaveLength(1)
      }
    }
  })
})

function completed() {
  return instrument.chain((one) =>
    fc
      .tuple(...one.items.map((item) => fc.constantFrom(...codes(item))))
      .map((values) => ({ instrument: one, answers: answered(one, (_, at) => values[at] ?? 0) })),
  )
}

function answered(one: Instrument, pick: (codes: number[], at: number) => number): Answers {
  return Object.fromEntries(one.items.map((item, at) => [item.id, pick(codes(item), at)]))
}

function codes(item: Item): number[] {
  if ('options' in item) return item.options.map(({ code }) => code)
  const { min, max } = item.range
  return Array.from({ length: max - min + 1 }, (_, step) => min + step)
}

function within({ range }: Instrument, value: number): boolean {
  return value >= range.min && value <= range.max
}
