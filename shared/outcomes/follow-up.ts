import { Temporal } from 'temporal-polyfill'

/** When one follow-up is to be done; every date is `YYYY-MM-DD` and every end belongs to its window. */
export interface FollowUpDates {
  readonly phase: '3-months' | '6-months' | '12-months'
  readonly opensOn: string
  readonly dueOn: string
  readonly closesOn: string
}

/** Where a follow-up stands that has not been done. */
export type FollowUpStatus = 'upcoming' | 'due' | 'overdue' | 'missed'

/**
 * The follow-ups after a baseline: 3, 6 and 12 calendar months later, on the last day of the month where there is no
 * such day (30 November gives 28 February). A window opens 2 weeks before and closes 6 weeks after the day: people are
 * hard to reach on a day, and an answer much later says how things are at another time. Windows do not overlap.
 * @param baselineOn `YYYY-MM-DD`.
 * @throws RangeError when `baselineOn` is no date.
 */
export function followUpDates(baselineOn: string): FollowUpDates[] {
  const baseline = Temporal.PlainDate.from(baselineOn)
  return steps.map(([phase, months]) => {
    // Always counted from the baseline: by way of another follow-up, a clamped day would stay clamped.
    const due = baseline.add({ months })
    return {
      phase,
      opensOn: due.subtract({ weeks: 2 }).toString(),
      dueOn: due.toString(),
      closesOn: due.add({ weeks: 6 }).toString(),
    }
  })
}

/** Where a follow-up that is not done stands: `due` to the end of its day, `overdue` to the end of its window. */
export function followUpStatus(followUp: Omit<FollowUpDates, 'phase'>, today: string): FollowUpStatus {
  // Dates of this form are in order as texts.
  if (today < followUp.opensOn) return 'upcoming'
  if (today <= followUp.dueOn) return 'due'
  return today <= followUp.closesOn ? 'overdue' : 'missed'
}

const steps = [
  ['3-months', 3],
  ['6-months', 6],
  ['12-months', 12],
] as const
