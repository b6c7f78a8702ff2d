import { useText } from '../../i18n/index.ts'

/** Interests that activities are tagged with; what else somebody likes is kept in their own words. */
export const interestCodes = [
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

const known: readonly string[] = interestCodes

/** An interest as the page says it: the words of a code, or the client's own. */
export function useInterestWords(): (interest: string) => string {
  const say = useText()
  return (interest) => (known.includes(interest) ? say(`code.interest.${interest}`) : interest)
}
