import type { Answer, Input } from '../../api/index.ts'
import { type Both, bothOrNone, neither } from './both-languages.tsx'

export type Centre = Answer<'getCentre'>

/** The settings as they are typed. */
export interface Typed {
  readonly firstContactDays: string
  readonly partnerAnswerDays: string
  readonly retentionYears: string
  readonly measures: readonly string[]
  /** Empty for nobody in particular. */
  readonly privacyOfficer: string
  readonly printHeader: Both
}

export const numbers = ['firstContactDays', 'partnerAnswerDays', 'retentionYears'] as const

export function typedOf({ settings }: Centre): Typed {
  const { firstContactDays, partnerAnswerDays, retentionYears, measures, privacyOfficer = '', texts } = settings
  return {
    firstContactDays: String(firstContactDays),
    partnerAnswerDays: String(partnerAnswerDays),
    retentionYears: String(retentionYears),
    measures,
    privacyOfficer,
    printHeader: texts?.printHeader ?? neither,
  }
}

/** What is not a number is sent as it is not, for the API to say so. */
export function bodyOf({ measures, privacyOfficer, printHeader, ...typed }: Typed): Input<'updateSettings'>['body'] {
  const number = (words: string) => (words.trim() === '' ? Number.NaN : Number(words))
  return {
    firstContactDays: number(typed.firstContactDays),
    partnerAnswerDays: number(typed.partnerAnswerDays),
    retentionYears: number(typed.retentionYears),
    measures: [...measures],
    privacyOfficer: privacyOfficer || null,
    texts: { printHeader: bothOrNone(printHeader) },
  }
}
