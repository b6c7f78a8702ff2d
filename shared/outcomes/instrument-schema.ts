import * as z from 'zod'

const words = z.strictObject({ en: z.string(), fr: z.string() }).readonly()
const range = z.strictObject({ min: z.number(), max: z.number() })
const item = z.strictObject({
  id: z.string(),
  /** Null where the centre supplies the text. */
  text: words.nullable(),
})
const option = z.strictObject({ code: z.number(), label: words }).readonly()

const ScoreRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sum') }).readonly(),
  z.strictObject({ kind: z.literal('answer') }).readonly(),
  z.strictObject({ kind: z.literal('each'), reversedItems: z.array(z.string()).readonly() }).readonly(),
  z.strictObject({ kind: z.literal('rasch'), table: z.record(z.string(), z.number()).readonly() }).readonly(),
])

/** The definition of an instrument (`Instrument`) as the API tells it, and whether the centre uses it. */
export const InstrumentSchema = z.strictObject({
  id: z.string().meta({ example: 'ucla-3' }),
  version: z.string(),
  title: words,
  default: z.boolean(),
  /** Whether the centre has switched it on. */
  inUse: z.boolean(),
  stem: words.optional(),
  items: z
    .array(
      z.union([
        item.extend({ options: z.array(option).readonly() }).readonly(),
        item
          .extend({ range: range.extend({ minLabel: words.optional(), maxLabel: words.optional() }).readonly() })
          .readonly(),
      ]),
    )
    .readonly(),
  rule: ScoreRule,
  direction: z.enum(['higher-better', 'higher-worse']),
  range: range.readonly(),
  thresholds: z
    .array(
      z
        .strictObject({
          id: z.string(),
          at: z.number(),
          comparison: z.enum(['at-least', 'at-most']),
          source: z.string(),
          item: z.string().optional(),
          handOff: z.literal('clinician').optional(),
        })
        .readonly(),
    )
    .readonly(),
  bands: z
    .array(
      z
        .strictObject({
          items: z.array(z.string()).readonly(),
          bands: z.array(range.extend({ id: z.string() }).readonly()).readonly(),
          source: z.string(),
        })
        .readonly(),
    )
    .readonly()
    .optional(),
  improvement: z.number(),
  proxy: z.boolean(),
  minimumAge: z.int().optional(),
  licence: words,
  frenchStatus: z.enum(['official', 'validated', 'translation']),
  citation: z.string(),
  requiresRegistration: z.boolean().optional(),
  textSuppliedByCentre: z.boolean().optional(),
})
