import * as z from 'zod'
import { accessibilities, admissions, barriers, categories } from '../core/codes.ts'
import { bilingual, date, id, instant, language, text } from '../core/text.ts'
import { commons, type DerivedItem, kind } from '../db/kind.ts'

/** When it happens: a local start, how long, and an RFC 5545 rule for when again. Computed in `zone`. */
export const Schedule = z.strictObject({
  start: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .meta({ example: '2026-09-08T13:30' }),
  durationMinutes: z.int().min(5).max(1440),
  zone: text(60),
  rrule: text(500).meta({ example: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T035959Z' }).optional(),
  /** Dates on which it does not happen. */
  except: z.array(date).max(100).optional(),
})

const Place = z.strictObject({
  kind: z.literal('place'),
  name: bilingual(160),
  address: text(200).optional(),
  town: text(80),
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
})

const Cost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('by-donation') }),
  z.strictObject({ kind: z.literal('fee'), cents: z.int().min(1).max(1_000_000), waivable: z.boolean() }),
])

const Visibility = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('centre') }),
  z.strictObject({ kind: z.literal('shared'), centres: z.array(text(40)).min(1).max(20) }),
  z.strictObject({ kind: z.literal('provincial') }),
])

/** Something to take part in, or to give one's time to. Field names follow HSDS where it has them. */
export const ActivitySchema = z.strictObject({
  id: id('activity'),
  version: z.int().positive(),
  /** The centre that keeps this listing. */
  owner: text(40),
  /** The organisation that runs it and answers prescriptions; none for the centre's own. */
  partner: id('partner').optional(),
  name: bilingual(160),
  description: bilingual(3000),
  category: z.enum(categories),
  /** Interests that it meets, by code. */
  tags: z.array(text(40)).max(20),
  languages: z.array(language).min(1).max(12),
  schedule: Schedule.optional(),
  location: z.discriminatedUnion('kind', [
    Place,
    z.strictObject({
      kind: z.literal('virtual'),
      url: z
        .url({ protocol: /^https$/ })
        .max(300)
        .optional(),
    }),
    z.strictObject({ kind: z.literal('home') }),
  ]),
  cost: Cost,
  eligibility: bilingual(500).optional(),
  accessibility: z.array(z.enum(accessibilities)).max(7),
  /** Barriers that the organiser can answer, by the code of the support. */
  barriersAnswered: z.array(z.enum(barriers)).max(12),
  /** Places at one time; none means as many as come. */
  capacity: z.int().min(1).max(10_000).optional(),
  admission: z.enum(admissions),
  contact: z.strictObject({
    name: text(120).optional(),
    phone: text(30).optional(),
    email: z.email().max(200).optional(),
  }),
  volunteerRoles: z.array(bilingual(120)).max(10),
  /** Staff (champions among them) who lead it. */
  leaders: z.array(id('staff')).max(10),
  visibility: Visibility,
  verifiedOn: date,
  status: z.enum(['active', 'closed']),
  createdAt: instant,
})
export type Activity = z.infer<typeof ActivitySchema>

export const Activity = kind<Activity>({
  name: 'activity',
  table: 'catalogue',
  indexes: (activity) => ({ list: ['SEES', activity.id] }),
  derived: copiesForReaders,
})

/** How many places of an activity are taken and who waits, in order: held in common, with nobody's name in it. */
export interface Places {
  readonly id: string
  readonly version: number
  readonly taken: number
  /** In the order in which they began to wait. */
  readonly waiting: readonly {
    readonly tenant: string
    readonly prescription: string
    readonly since?: string | undefined
  }[]
  /** The limit since it was last changed, null for none: in one item with the count, so that neither is ever stale. */
  readonly capacity?: number | null
}

export const Places = kind<Places>({ name: 'places', table: 'catalogue', commons: true })

export const ActivityInput = ActivitySchema.omit({
  id: true,
  version: true,
  owner: true,
  status: true,
  createdAt: true,
}).extend({
  tags: ActivitySchema.shape.tags.default([]),
  accessibility: ActivitySchema.shape.accessibility.default([]),
  barriersAnswered: ActivitySchema.shape.barriersAnswered.default([]),
  volunteerRoles: ActivitySchema.shape.volunteerRoles.default([]),
  leaders: ActivitySchema.shape.leaders.default([]),
  contact: ActivitySchema.shape.contact.default({}),
  admission: ActivitySchema.shape.admission.default('capacity'),
  visibility: Visibility.default({ kind: 'centre' }),
  /** Today unless said. */
  verifiedOn: date.optional(),
})
export type ActivityInput = z.infer<typeof ActivityInput>

/** One copy for each further reader: the centres it is shared with, or the commons. */
function copiesForReaders(activity: Activity): readonly DerivedItem[] {
  const { visibility } = activity
  const readers = visibility.kind === 'provincial' ? [commons] : visibility.kind === 'shared' ? visibility.centres : []
  return readers.map((reader) => ({
    partition: `ACTIVITY#${activity.id}`,
    sort: `READER#${reader}`,
    reader,
    indexes: { list: ['SEES', activity.id] },
    data: activity,
  }))
}
