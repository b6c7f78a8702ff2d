import * as z from 'zod'
import { text } from './text.ts'

/**
 * Why a status changed: a code from that status's list, and words, which the code `other` needs.
 * @param codes the list; `other` may be in it.
 */
export function reason<const C extends readonly [string, ...string[]]>(codes: C) {
  return z
    .strictObject({ code: z.enum(codes), words: text(500).optional() })
    .refine((value) => value.code !== 'other' || value.words !== undefined, {
      path: ['words'],
      params: { code: 'other-needs-words' },
    })
}

/** A reason as it is kept, whichever list it came from. */
export const KeptReason = z.strictObject({ code: z.string(), words: z.string().optional() })
export type KeptReason = z.infer<typeof KeptReason>
