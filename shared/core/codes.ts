/**
 * Code lists. Codes are stored; their words, in both languages, are in `shared/i18n` under `code.<list>.<code>`.
 * Referral reasons are the categories of the Gravity Project's SDOH Clinical Care guide
 * (SDOHCC-CodeSystemTemporaryCodes); statuses are those of FHIR R4 Task.
 */
export const referralReasons = [
  'food-insecurity',
  'housing-instability',
  'homelessness',
  'inadequate-housing',
  'transportation-insecurity',
  'financial-insecurity',
  'material-hardship',
  'educational-attainment',
  'employment-status',
  'veteran-status',
  'stress',
  'social-connection',
  'intimate-partner-violence',
  'elder-abuse',
  'personal-health-literacy',
  'health-insurance-coverage-status',
  'medical-cost-burden',
  'digital-literacy',
  'digital-access',
  'utility-insecurity',
  'incarceration-status',
  'language-access',
  'protective-factor',
  'sdoh-category-unspecified',
] as const

/** Reasons for which reaching the person at home may put them in danger. */
export const unsafeReasons: readonly string[] = ['intimate-partner-violence', 'elder-abuse']

export const categories = [
  'social-group',
  'arts-culture',
  'nature-garden',
  'physical-activity',
  'food',
  'income-legal-housing',
  'learning-employment',
  'caregiving-parenting',
  'bereavement-peer-support',
  'volunteering',
  'cultural',
  'digital-inclusion',
  'other',
] as const

/** What keeps somebody from taking part; the support that answers each goes by the same code. */
export const barriers = [
  'cost',
  'transport',
  'child-care',
  'companion',
  'interpreter',
  'mobility',
  'hearing-vision',
  'internet',
  'timing',
  'cultural-safety',
  'anxiety',
  'other',
] as const

export const rejectedReasons = [
  'no-capacity',
  'not-eligible',
  'out-of-area',
  'unsuitable',
  'unsafe',
  'duplicate',
  'other',
] as const
export const cancelledReasons = [
  'client-declined',
  'client-withdrew',
  'needs-changed',
  'referrer-withdrew',
  'duplicate',
  'other',
] as const
export const failedReasons = [
  'unable-to-reach',
  'did-not-attend',
  'moved',
  'died',
  'too-ill',
  'barrier',
  'service-ended',
  'other',
] as const
export const heldReasons = ['waitlisted', 'client-paused', 'away', 'other'] as const
export const completedReasons = ['goals-met', 'goals-partly-met', 'goals-not-met', 'signposted'] as const

export const contactChannels = [
  'phone',
  'in-person',
  'home-visit',
  'video',
  'text',
  'e-mail',
  'letter',
  'accompaniment',
] as const
export const contactResults = [
  'reached',
  'no-answer',
  'left-message',
  'wrong-number',
  'refused',
  'attended',
  'missed',
] as const

export const referralSources = [
  'physician',
  'nurse-practitioner',
  'nurse',
  'social-worker',
  'pharmacist',
  'dietitian',
  'other-clinician',
  'self',
  'family',
  'outreach',
  'partner',
  'staff',
  'emr',
] as const

export const admissions = ['capacity', 'no-capacity', 'waitlist', 'additional-assessment-required'] as const

/** Interests that activities are tagged with; what else somebody likes is kept in their own words. */
export const interests = [
  'music',
  'singing',
  'dance',
  'theatre-film',
  'visual-arts',
  'photography',
  'crafts',
  'woodworking',
  'repairing',
  'history',
  'reading',
  'writing',
  'storytelling',
  'languages',
  'learning',
  'technology',
  'gardening',
  'nature',
  'birdwatching',
  'fishing',
  'animals',
  'walking',
  'gentle-exercise',
  'swimming',
  'cycling',
  'sports',
  'cooking',
  'baking',
  'sharing-meals',
  'games',
  'cards',
  'puzzles',
  'conversation',
  'family',
  'children',
  'helping-others',
  'community-causes',
  'cultural-traditions',
  'spirituality',
  'well-being',
  'travel',
  'practical-matters',
] as const

export const accessibilities = [
  'step-free',
  'accessible-washroom',
  'hearing-loop',
  'large-print',
  'asl',
  'quiet-space',
  'seating',
] as const
