import type { Activity } from '../activities/recurrence.ts'

export { barriers, categories } from '../../../../shared/core/codes.ts'

export const accessibilities = [
  'step-free',
  'accessible-washroom',
  'hearing-loop',
  'large-print',
  'asl',
  'quiet-space',
  'seating',
] as const satisfies readonly Activity['accessibility'][number][]

export const admissions = [
  'capacity',
  'waitlist',
  'additional-assessment-required',
  'no-capacity',
] as const satisfies readonly Activity['admission'][]

/** Interests as the clients' records code them. */
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

/** Languages that people in Ontario ask for most. */
export const spoken = [
  'en',
  'fr',
  'ar',
  'cr',
  'es',
  'hi',
  'it',
  'oj',
  'pa',
  'pl',
  'pt',
  'so',
  'tl',
  'uk',
  'zh',
] as const
