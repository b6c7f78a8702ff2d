import * as z from 'zod'
import { bilingual, fold, id, instant, line } from '../core/text.ts'
import { type Entity, kind } from '../db/kind.ts'
import type { wholeDictionary } from '../insights/dictionary.ts'
import { LineSchema } from '../insights/lines.ts'
import { month } from '../insights/read.ts'
import { FigureChoice } from '../insights/read-figures.ts'
import { presets } from './presets.ts'

const Months = z.strictObject({ from: month, to: month })

/** A period that moves on with the calendar, or months that stay. */
const PeriodChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('preset'), preset: z.enum(presets) }),
  Months.extend({ kind: z.literal('months') }),
])
export type PeriodChoice = z.infer<typeof PeriodChoice>

/** What an extract is to hold. */
export const Choices = FigureChoice.extend({ period: PeriodChoice })
export type Choices = z.infer<typeof Choices>

/** Choices that are kept under a name. */
export const ExtractDefinitionSchema = z.strictObject({
  id: id('extract-definition'),
  version: z.int().positive(),
  name: line(80).meta({ description: 'What the figures are for. Never about a person.', example: 'For the board' }),
  ...Choices.shape,
  status: z.enum(['active', 'removed']),
  savedAt: instant,
  savedBy: id('staff'),
})
export type ExtractDefinition = z.infer<typeof ExtractDefinitionSchema>

/** In the tenant's own table, like everything that a centre's people write; those that are in use by name. */
export const ExtractDefinition = kind<ExtractDefinition>({
  name: 'extract-definition',
  table: 'care',
  indexes: ({ id, name, status }): Readonly<Record<string, readonly [string, string]>> =>
    status === 'active' ? { list: ['EXTRACT-DEFINITIONS', `${fold(name)}#${id}`] } : {},
})

export const ExtractDefinitionInput = ExtractDefinitionSchema.pick({
  name: true,
  figures: true,
  audience: true,
  period: true,
})
export type ExtractDefinitionInput = z.infer<typeof ExtractDefinitionInput>

/** Only what is named changes. */
export const UpdateExtractDefinition = ExtractDefinitionInput.partial()
export type UpdateExtractDefinition = z.infer<typeof UpdateExtractDefinition>

/** Figures as they were at one moment, with all that says what they are. They hold no person, and never change. */
export const ExtractSchema = z.strictObject({
  id: id('extract'),
  version: z.int().positive(),
  takenAt: instant,
  takenBy: z.strictObject({ id: id('staff'), name: z.string() }),
  centre: z.strictObject({ id: z.string(), name: bilingual(200) }),
  definition: z
    .strictObject({ id: id('extract-definition'), version: z.int().positive(), name: z.string() })
    .optional()
    .meta({ description: 'The saved definition that it was taken by, as it was then.' }),
  ...FigureChoice.shape,
  period: Months,
  dictionary: z.string().meta({ description: 'Version of the data dictionary then.', example: '1' }),
  lines: z.array(LineSchema),
})
export type TakenExtract = z.infer<typeof ExtractSchema>

/** What the list of extracts tells of each: all but the figures themselves. */
export const ExtractHead = ExtractSchema.omit({ lines: true })
export type ExtractHead = z.infer<typeof ExtractHead>

/**
 * With client data, although there is no person in it: the tenant role may write there and not in the table of figures,
 * which the worker alone keeps; and figures for inside the centre have small counts, which the Alliance, who may read
 * every centre's figures, is never to see.
 */
export const TakenExtract = kind<TakenExtract>({
  name: 'extract',
  table: 'care',
  indexes: (extract) => ({ list: ['EXTRACTS', extract.id] }),
})

export type Dictionary = ReturnType<typeof wholeDictionary>

/** The words of one version of the data dictionary, kept as soon as an extract refers to it. */
export interface KeptDictionary extends Entity {
  readonly en: Dictionary
  readonly fr: Dictionary
}

export const KeptDictionary = kind<KeptDictionary>({ name: 'dictionary', table: 'care' })
