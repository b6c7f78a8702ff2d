import * as z from 'zod'
import { linkCodePattern } from '../core/link-code.ts'
import { bilingual, date, id, instant, locale } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** Ways in which a client can be written to by the product itself. */
const channels = ['sms', 'email'] as const

const failures = [
  'client-disposing',
  'client-merged',
  'clinician-first',
  'do-not-contact',
  'message-consent-missing',
  'no-safe-way',
] as const

/** The most activities that one list holds: more is a directory. */
const mostActivities = 5

/**
 * A few activities to think over at home, sent to a client as a link: the message says neither who nor what, and the page
 * behind the link names no person. It opens for as long as the consent that it rests on holds.
 */
export const ShortlistSchema = z.strictObject({
  id: id('shortlist'),
  version: z.int().positive(),
  client: id('client'),
  /** Of the directory, as they were called, in the order they were talked about. */
  activities: z.array(z.strictObject({ activity: id('activity'), activityName: bilingual(160) })),
  /** The client's language when it was sent. */
  locale,
  channel: z.enum(channels),
  /** To be written to by this channel. */
  consent: id('consent'),
  /** What only who has the link knows of it. */
  code: z.string().regex(linkCodePattern),
  /** Queued until the message has gone out; stopped with the consent. */
  status: z.enum(['queued', 'sent', 'failed', 'stopped']),
  /** Why it failed: the code of what spoke against it at the last moment. */
  failure: z.enum(failures).optional(),
  /** The last day on which the link opens, in the centre's calendar. */
  expiresOn: date,
  createdAt: instant,
  createdBy: id('staff'),
  sentAt: instant.optional(),
})
export type Shortlist = z.infer<typeof ShortlistSchema>

export const Shortlist = kind<Shortlist>({
  name: 'shortlist',
  table: 'care',
  client: (shortlist) => shortlist.client,
  indexes: (shortlist) => ({ client: [`CLIENT#${shortlist.client}`, `SHORTLIST#${shortlist.id}`] }),
})

export const ShortlistInput = ShortlistSchema.pick({ channel: true }).extend({
  activities: z.array(id('activity')).min(1).max(mostActivities),
})
export type ShortlistInput = z.infer<typeof ShortlistInput>

/** A shortlist as it is read and disclosed: what opens the link is left out. */
export const ShortlistView = z.object(ShortlistSchema.omit({ code: true }).shape)
export type ShortlistView = z.infer<typeof ShortlistView>

export function shownToStaff({ code: _, ...shortlist }: Shortlist): ShortlistView {
  return shortlist
}
