import type { Contact } from './schema.ts'

/** Days until the navigator should look again, by how the contact went, where the navigator names no date. */
export const nextActionDays: Readonly<Record<Contact['result'], number>> = {
  // Nobody spoke: try again soon, on another day of the week.
  'no-answer': 2,
  'left-message': 2,
  'wrong-number': 2,
  // An appointment that fell through is best made again while it is fresh.
  missed: 2,
  // They spoke: a fortnight, the product's usual clock, to do what was agreed on.
  reached: 14,
  attended: 14,
  // A no is heard: nobody asks again within a fortnight.
  refused: 14,
}
