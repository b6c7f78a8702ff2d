import type * as z from 'zod'
import { ActivityInput } from '../schema.ts'
import { UpdateActivityInput } from '../update.ts'

/** What a partner may say of its own activity. Who leads it here and who else may see it is the centre's to say. */
const notTheirs = { partner: true, leaders: true, visibility: true } as const

export const ListingInput = ActivityInput.omit(notTheirs)
export type ListingInput = z.infer<typeof ListingInput>

export const UpdateListingInput = UpdateActivityInput.omit(notTheirs)
export type UpdateListingInput = z.infer<typeof UpdateListingInput>
