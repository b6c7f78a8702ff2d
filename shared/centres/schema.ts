import * as z from 'zod'
import { bilingual, id, locale, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** What a centre says to its clients in its own words, on screen and on paper: always in both languages. */
export const CentreTexts = z.strictObject({
  /** What is read out, or given to read, before somebody agrees to each. */
  consentToShare: bilingual(2000).optional(),
  consentToMessages: bilingual(2000).optional(),
  consentToEvaluation: bilingual(2000).optional(),
  /** At the head of what is printed. */
  printHeader: bilingual(200).optional(),
  /** Above the navigator's name on a printed prescription: what its clients call a navigator. */
  printNavigator: bilingual(60).optional(),
  /** What a person who was referred, or has an activity prescribed, may expect now. */
  whatNext: bilingual(600).optional(),
})

/** What a centre decides for itself. */
export const CentreSettings = z.strictObject({
  /** Days until a first contact, and until a partner's answer, are overdue. */
  firstContactDays: z.int().min(1).max(90),
  partnerAnswerDays: z.int().min(1).max(90),
  /** Ids of the instruments asked at baseline, 3, 6 and 12 months. */
  measures: z.array(text(40)).max(20),
  /** Years that a record is kept after its last entry, or after the client's 18th birthday if that is later. */
  retentionYears: z.int().min(1).max(100),
  /** The member of staff who is told when somebody looks behind a directive; the unassigned list unless named. */
  privacyOfficer: id('staff').optional(),
  texts: CentreTexts.optional(),
})

/** Where the Alliance's people work: a tenant without clients, and no centre of the registry. */
export const allianceId = 'alliance'

/** A centre: one tenant, and the custodian of its clients' health information. */
export const CentreSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/)
    .meta({ example: 'guelph' }),
  version: z.int().positive(),
  name: bilingual(120),
  town: text(80),
  zone: text(60).meta({ example: 'America/Toronto' }),
  phone: text(30),
  position: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  kinds: z.array(z.enum(['urban', 'rural', 'northern', 'francophone', 'Indigenous-led'])).max(5),
  locale,
  /** `leaving` from the moment that the centre asked to go: see docs/offboarding.md. */
  status: z.enum(['active', 'suspended', 'leaving']),
  /** Why it is suspended. */
  statusReason: text(300).optional(),
  settings: CentreSettings,
})
export type Centre = z.infer<typeof CentreSchema>

/** Kept in the platform table under the centre's own id. */
export const Centre = kind<Centre>({ name: 'centre', table: 'platform' })

export const defaultSettings: Centre['settings'] = {
  firstContactDays: 14,
  partnerAnswerDays: 14,
  retentionYears: 10,
  measures: [
    'ucla-3',
    'loneliness-direct',
    'belonging',
    'health',
    'mental-health',
    'life-satisfaction',
    'activity-days',
  ],
}
