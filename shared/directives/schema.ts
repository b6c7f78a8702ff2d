import * as z from 'zod'
import { staffRoles } from '../core/permissions.ts'
import { date, id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** Parts of a record that a client may lock, by the kind of what is in them. */
const sections = [
  'attendance',
  'consent',
  'contact',
  'goal',
  'hand-off',
  'message',
  'outcome',
  'prescription',
  'referral',
  'shortlist',
  'signpost',
] as const

/** What is withheld: all of it, one part, or one entry with whatever hangs on it. */
const DirectiveScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('record') }),
  z.strictObject({ kind: z.literal('section'), section: z.enum(sections) }),
  z.strictObject({ kind: z.literal('entry'), entry: z.string().regex(/^[a-z-]+_[0-9A-Za-z_-]{1,80}$/) }),
])

/** From whom. */
const DirectiveAgainst = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), staff: id('staff') }),
  z.strictObject({ kind: z.literal('role'), role: z.enum(staffRoles) }),
  z.strictObject({ kind: z.literal('organisation'), partner: id('partner') }),
])

/** A client's express instruction (the "lockbox" of PHIPA, s. 37(1)(a), 38(1)(a), 50(1)(e)) on who may not see what. */
export const DirectiveSchema = z.strictObject({
  id: id('directive'),
  version: z.int().positive(),
  client: id('client'),
  /** Records of the same person that went into the client's: what is still on them is withheld as well. */
  formerly: z.array(id('client')).optional(),
  scope: DirectiveScope,
  against: DirectiveAgainst,
  /** In force from this day on, in the centre's calendar. */
  since: date,
  status: z.enum(['active', 'lifted']),
  recordedAt: instant,
  recordedBy: id('staff'),
  liftedAt: instant.optional(),
  liftedBy: id('staff').optional(),
})
export type Directive = z.infer<typeof DirectiveSchema>

export const Directive = kind<Directive>({
  name: 'directive',
  table: 'care',
  client: (directive) => directive.client,
  indexes: (directive) => ({ client: [`CLIENT#${directive.client}`, `DIRECTIVE#${directive.id}`] }),
  // All that are in force are together, so that one query tells what this centre withholds from anybody.
  derived: (directive) =>
    directive.status === 'active' ? [{ partition: 'SHIELD', sort: directive.id, data: directive }] : [],
})

export const DirectiveInput = DirectiveSchema.pick({ scope: true, against: true }).extend({
  /** Today unless said. */
  since: date.optional(),
})
export type DirectiveInput = z.infer<typeof DirectiveInput>

/** Somebody's look behind a client's directives: for a reason, for a quarter of an hour, told to the privacy officer. */
export const BreakGlassSchema = z.strictObject({
  id: id('break-glass'),
  version: z.int().positive(),
  client: id('client'),
  staff: id('staff'),
  reason: text(500),
  openedAt: instant,
  until: instant,
})
export type BreakGlass = z.infer<typeof BreakGlassSchema>

export const BreakGlass = kind<BreakGlass>({
  name: 'break-glass',
  table: 'care',
  client: (glass) => glass.client,
  indexes: (glass) => ({ client: [`CLIENT#${glass.client}`, `BREAK-GLASS#${glass.id}`] }),
  derived: (glass) => [
    {
      partition: 'SHIELD',
      sort: glass.id,
      expires: Math.ceil(Date.parse(glass.until) / 1000),
      data: { id: glass.id, client: glass.client, staff: glass.staff, until: glass.until },
    },
  ],
})
