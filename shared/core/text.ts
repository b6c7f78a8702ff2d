import * as z from 'zod'
import { idPattern } from './ids.ts'
import { isDate } from './time.ts'

/**
 * Schema pieces for what people type and programs send. Every fault they raise is a code that `shared/i18n` has a
 * sentence for under `fault.<code>`, so the answer reads in the caller's language.
 */

// Everything in Unicode's "control" class but tab, line feed and carriage return.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters being refused
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/

/** Something to see: not only spaces and characters that format others. */
const visible = /[^\p{Z}\p{Cc}\p{Cf}]/u

/**
 * A text of 1 to `max` characters after trimming, some of them visible, in NFC, without control characters or broken
 * ones: lone surrogates, and the replacement character that a body in another encoding than UTF-8 comes to hold.
 */
export const text = kept((max: number) => typed(max, (value) => value.normalize('NFC').trim()))

/** A text of one line: what breaks or indents lines becomes a space. */
export const line = kept((max: number) =>
  typed(max, (value) =>
    value
      .normalize('NFC')
      .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
      .trim(),
  ),
)

/** A schema for each argument, made once: they stand in hundreds of places, and making them is most of a cold start. */
function kept<K extends string | number, S>(make: (of: K) => S): (of: K) => S {
  const made = new Map<K, S>()
  return (of) => {
    const schema = made.get(of) ?? make(of)
    made.set(of, schema)
    return schema
  }
}

function typed(max: number, tidy: (value: string) => string) {
  return z
    .string()
    .overwrite(tidy)
    .min(1)
    .max(max)
    .refine((value) => value === '' || control.test(value) || visible.test(value), { params: { code: 'empty' } })
    .refine((value) => !control.test(value), { params: { code: 'control-character' } })
    .refine((value) => value.isWellFormed() && !value.includes('\ufffd'), { params: { code: 'lone-surrogate' } })
}

/** The same text in both of the product's languages. */
export const bilingual = kept((max: number) => z.strictObject({ en: text(max), fr: text(max) }))

/** An id of one kind of thing: `referral_01J...`. */
export const id = kept((kind: string) =>
  z
    .string()
    .regex(idPattern(kind), { error: `id:${kind}` })
    .meta({ example: `${kind}_01JD3Y6Q5V8Z9K2M4N6P8R0T1W` }),
)

/** A calendar date that exists. */
export const date = z
  .string()
  .refine(isDate, { params: { code: 'date' } })
  .meta({ format: 'date', example: '2026-11-21' })

/** An instant in UTC with milliseconds, as the product itself writes it. */
export const instant = z.iso.datetime({ precision: 3 }).meta({ example: '2026-11-21T15:04:05.000Z' })

/** Two-letter language code, or a longer BCP 47 tag for the languages that have no short one. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)
  .meta({ example: 'fr' })

/** The two languages the product itself speaks. */
export const locale = z.enum(['en', 'fr'])
export type Locale = z.infer<typeof locale>

/**
 * Letters without accents and in lower case, for comparing what people type. Only what sits on letters of any script is
 * an accent: the vowel signs of a script of its own (Devanagari, Thai) are letters of the word.
 */
export function fold(value: string): string {
  return value
    .normalize('NFD')
    .replace(/(?=\p{M})\p{Script=Inherited}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[łøđðħŧıßþœæς]/g, (letter) => plain[letter] ?? letter)
    .trim()
}

/** Letters that Unicode does not take apart, as people without them on the keyboard type them. */
const plain: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  þ: 'th',
  œ: 'oe',
  æ: 'ae',
  ς: 'σ',
}
