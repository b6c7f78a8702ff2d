import * as z from 'zod'
import { id, instant } from '../../../shared/core/text.ts'

/** A page's size and place. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(25).meta({ example: 25 }),
  cursor: z.string().max(1000).optional().meta({ description: '`nextCursor` of the page before.' }),
}

/** A page of something. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() })
}

/** All of something that is few by its nature. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item) })
}

/** Path parameter `{referral}` and its like. */
export function pathId<K extends string>(kind: K) {
  return z.object({ [kind]: id(kind) } as Record<K, ReturnType<typeof id>>)
}

/** Why a step stands. */
export const takeBackRefusals = ['nothing-to-take-back', 'step-of-somebody-else', 'too-late-to-take-back'] as const

/** One thing that happened, as a timeline tells it. */
const EventSchema = z
  .object({
    id: z.string(),
    type: z.string().meta({ example: 'referral.accepted' }),
    kind: z.string(),
    entity: z.string(),
    version: z.int(),
    client: z.string().optional(),
    at: instant,
    actor: z.object({ id: z.string(), kind: z.string() }),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' })

export const Timeline = pageOf(EventSchema)
