/**
 * What a measure is: data, so that adding one is adding a file. A version is frozen once answers were recorded under
 * it; a change of words, codes or rule is a new version.
 */
export interface Instrument {
  readonly id: string
  readonly version: string
  readonly title: Words
  /** Asked unless the centre turns it off. */
  readonly default: boolean
  /** Said once before the items, where the items only finish its sentence. */
  readonly stem?: Words
  readonly items: readonly Item[]
  readonly rule: ScoreRule
  readonly direction: Direction
  /** The least and the greatest score; of one item for the rule `each`. */
  readonly range: Range
  readonly thresholds: readonly Threshold[]
  /** How a published source groups the scores of an item, for figures; never a flag on a person. */
  readonly bands?: readonly Bands[]
  /** The smallest change in the good direction that counts as better; as much in the other counts as worse. */
  readonly improvement: number
  /** Whether an answer given by somebody else on the client's behalf counts. */
  readonly proxy: boolean
  /** In years. */
  readonly minimumAge?: number
  readonly licence: Words
  readonly frenchStatus: 'official' | 'validated' | 'translation'
  /** The reference to print beside figures that use it. */
  readonly citation: string
  /** Off until the centre records that the holder of the rights registered it. */
  readonly requiresRegistration?: boolean
  /** The items have no text here: the centre enters it from its licensed copy. */
  readonly textSuppliedByCentre?: boolean
}

/** The same words in both languages. */
export interface Words {
  readonly en: string
  readonly fr: string
}

/** What a higher score means. */
export type Direction = 'higher-better' | 'higher-worse'

/** Both ends belong to it. */
export interface Range {
  readonly min: number
  readonly max: number
}

/** One question: answered by the code of an option, or by a whole number in a range. */
export type Item = ChoiceItem | NumberItem

/** Answered by the code of one option. */
export interface ChoiceItem extends ItemBase {
  readonly options: readonly Option[]
}

/** Answered by a whole number, both ends included. */
export interface NumberItem extends ItemBase {
  readonly range: Range & { readonly minLabel?: Words; readonly maxLabel?: Words }
}

interface ItemBase {
  readonly id: string
  /** Null where the centre supplies the text. */
  readonly text: Words | null
}

/** A possible answer: the code is stored and scored, the label is shown. */
export interface Option {
  readonly code: number
  readonly label: Words
}

/**
 * How answers become a score.
 * - `sum`: all items added; none may be missing.
 * - `answer`: the one item's answer is the score.
 * - `each`: every item is a score of its own and they are never added; `reversedItems` read the other way.
 * - `rasch`: as `sum`, then looked up in a published table (raw sum to score).
 */
export type ScoreRule =
  | { readonly kind: 'sum' }
  | { readonly kind: 'answer' }
  | { readonly kind: 'each'; readonly reversedItems: readonly string[] }
  | { readonly kind: 'rasch'; readonly table: Readonly<Record<number, number>> }

/** A score that means something by itself. A centre may move `at`; the id stays. */
export interface Threshold {
  readonly id: string
  readonly at: number
  readonly comparison: 'at-least' | 'at-most'
  readonly source: string
  /** The item whose score it reads, for the rule `each`. */
  readonly item?: string
  /** Meeting it asks a clinician to take over at once, and shows the client where help is. */
  readonly handOff?: 'clinician'
}

/** The bands of these items' scores, lowest first, without gap or overlap. */
export interface Bands {
  readonly items: readonly string[]
  readonly bands: readonly (Range & { readonly id: string })[]
  readonly source: string
}
