import type { Instrument } from '../instrument.ts'
import { activityDays } from './activity-days.ts'
import { belonging } from './belonging.ts'
import { health } from './health.ts'
import { lifeSatisfaction } from './life-satisfaction.ts'
import { lonelinessDirect } from './loneliness-direct.ts'
import { mentalHealth } from './mental-health.ts'
import { ons4 } from './ons4.ts'
import { phq2 } from './phq-2.ts'
import { primaryCareVisits } from './primary-care-visits.ts'
import { swemwbs } from './swemwbs.ts'
import { ucla3 } from './ucla-3.ts'

const byId = {
  'ucla-3': ucla3,
  'loneliness-direct': lonelinessDirect,
  belonging,
  health,
  'mental-health': mentalHealth,
  'life-satisfaction': lifeSatisfaction,
  'activity-days': activityDays,
  ons4,
  'phq-2': phq2,
  swemwbs,
  'primary-care-visits': primaryCareVisits,
}

/** The id of an instrument that the product ships. */
export type InstrumentId = keyof typeof byId

/** Every instrument that the product ships, by id, in the order in which they are asked. */
export const instruments: Readonly<Record<InstrumentId, Instrument>> = byId
