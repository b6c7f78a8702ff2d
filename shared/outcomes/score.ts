import type { Direction, Instrument, Item, Threshold } from './instrument.ts'

/** A code or a number, or why there is none. Only a number is ever scored. */
export type Answer = number | 'dont-know' | 'prefer-not-to-say' | 'skipped'

/** By the item's id. */
export type Answers = Readonly<Record<string, Answer>>

/** What the answers to one instrument come to. */
export interface Score {
  /** Null when an item that the rule needs has no number, and always for the rule `each`. */
  readonly score: number | null
  /** By item id, of the items that have a number; only for the rule `each`. */
  readonly scores?: Readonly<Record<string, number>>
  /** Ids of the items without a number. */
  readonly missing: string[]
  /** Ids of the thresholds met. */
  readonly flags: string[]
}

/**
 * Scores the answers to one instrument by its own rule. An answer that `checkAnswers` would refuse counts as missing,
 * so a score never leaves the instrument's range; "don't know" and "prefer not to say" are missing too, never zero.
 */
export function score(instrument: Instrument, answers: Answers): Score {
  const numbers = instrument.items.flatMap((item) => {
    const answer = answers[item.id]
    return typeof answer === 'number' && isOption(item, answer) ? [[item.id, answer] as const] : []
  })
  const given = new Map(numbers)
  const missing = instrument.items.map((item) => item.id).filter((id) => !given.has(id))
  const { rule, thresholds } = instrument
  if (rule.kind === 'each') {
    const met = thresholds.filter((threshold) => meets(threshold, given.get(threshold.item ?? '')))
    return { score: null, scores: Object.fromEntries(given), missing, flags: met.map(({ id }) => id) }
  }
  const sum = missing.length > 0 ? null : numbers.reduce((total, [, number]) => total + number, 0)
  const total = sum !== null && rule.kind === 'rasch' ? (rule.table[sum] ?? null) : sum
  const met = thresholds.filter((threshold) => meets(threshold, total ?? undefined))
  return { score: total, missing, flags: met.map(({ id }) => id) }
}

/** One thing wrong with one item's answer. */
export interface AnswerProblem {
  readonly item: string
  readonly problem: 'unknown-item' | 'not-an-option' | 'missing-answer'
}

/**
 * What is wrong with the answers before they may be recorded; empty when nothing is. An item left out altogether is
 * `missing-answer`: whoever asked says `skipped` instead. A number must be the code of an option or a whole number in
 * the item's range.
 */
export function checkAnswers(instrument: Instrument, answers: Answers): AnswerProblem[] {
  const known = new Set(instrument.items.map((item) => item.id))
  const unknown = Object.keys(answers).filter((id) => !known.has(id))
  return [
    ...unknown.map((item) => ({ item, problem: 'unknown-item' as const })),
    ...instrument.items.flatMap((item): AnswerProblem[] => {
      const answer = answers[item.id]
      if (answer === undefined) return [{ item: item.id, problem: 'missing-answer' }]
      const fine = typeof answer === 'number' ? isOption(item, answer) : withoutNumber.includes(answer)
      return fine ? [] : [{ item: item.id, problem: 'not-an-option' }]
    }),
  ]
}

/** How a change between two scores is judged. */
export type Change = 'improved' | 'same' | 'worse'

/** What a change is judged by. An instrument is one; `scaleOf` gives an item's. */
export interface Scale {
  readonly direction: Direction
  readonly improvement: number
}

/** The scale of one item of an instrument with the rule `each`: a reversed item reads the other way. */
export function scaleOf({ rule, direction, improvement }: Instrument, item: string): Scale {
  const reversed = rule.kind === 'each' && rule.reversedItems.includes(item)
  return { direction: reversed ? opposite[direction] : direction, improvement }
}

/** Whether a score got better by at least the scale's `improvement`, worse by as much, or neither. */
export function compareScores(scale: Scale, before: number, after: number): Change {
  const gain = scale.direction === 'higher-better' ? after - before : before - after
  if (gain >= scale.improvement - rounding) return 'improved'
  return gain <= rounding - scale.improvement ? 'worse' : 'same'
}

// Scores from a table have two decimals, and their differences a binary remainder.
const rounding = 1e-9

const opposite: Readonly<Record<Direction, Direction>> = {
  'higher-better': 'higher-worse',
  'higher-worse': 'higher-better',
}

const withoutNumber: readonly Answer[] = ['dont-know', 'prefer-not-to-say', 'skipped']

function isOption(item: Item, answer: number): boolean {
  if ('options' in item) return item.options.some((option) => option.code === answer)
  return Number.isInteger(answer) && answer >= item.range.min && answer <= item.range.max
}

function meets({ at, comparison }: Threshold, value: number | undefined): boolean {
  if (value === undefined) return false
  return comparison === 'at-least' ? value >= at : value <= at
}
