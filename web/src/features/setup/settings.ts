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
  readonly printNavigator: Both
}

export const numbers = ['firstContactDays', 'partnerAnswerDays', 'retentionYears'] as const
/** The most that the API takes of each. */
export const most = { firstContactDays: 90, partnerAnswerDays: 90, retentionYears: 100 }

/** Words that stand on paper, and the most characters of each. */
export const onPaper = ['printHeader', 'printNavigator'] as const
export const mostOnPaper = { printHeader: 200, printNavigator: 60 }

/** Those that are no whole number in their range. */
export function wrongNumbers(typed: Typed): (typeof numbers)[number][] {
  return numbers.filter(
    (name) => !/^\d+$/.test(typed[name]) || Number(typed[name]) < 1 || Number(typed[name]) > most[name],
  )
}

export function typedOf({ settings }: Centre): Typed {
  const { firstContactDays, partnerAnswerDays, retentionYears, measures, privacyOfficer = '', texts } = settings
  return {
    firstContactDays: String(firstContactDays),
    partnerAnswerDays: String(partnerAnswerDays),
    retentionYears: String(retentionYears),
    measures,
    privacyOfficer,
    printHeader: texts?.printHeader ?? neither,
    printNavigator: texts?.printNavigator ?? neither,
  }
}

/** As it is sent, once its numbers are. */
export function bodyOf({ measures, privacyOfficer, ...typed }: Typed): Input<'updateSettings'>['body'] {
  return {
    firstContactDays: Number(typed.firstContactDays),
    partnerAnswerDays: Number(typed.partnerAnswerDays),
    retentionYears: Number(typed.retentionYears),
    measures: [...measures],
    privacyOfficer: privacyOfficer || null,
    texts: { printHeader: bothOrNone(typed.printHeader), printNavigator: bothOrNone(typed.printNavigator) },
  }
}
