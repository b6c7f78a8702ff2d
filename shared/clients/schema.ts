import * as z from 'zod'
import { barriers } from '../core/codes.ts'
import { date, id, instant, language, line, locale, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'
import { searchEntries } from './search-entries.ts'

/** Characters of a contact point's note. */
export const mostNote = 200

/** A way to reach somebody, and how it is safe to. */
export const ContactPoint = z.strictObject({
  system: z.enum(['phone', 'email']),
  value: line(200),
  use: z.enum(['home', 'mobile', 'work', 'somebody-else']).optional(),
  preferred: z.boolean(),
  /** Whether a message may be left, a text sent, and when; somebody else may be listening. */
  safe: z.strictObject({ voicemail: z.boolean(), text: z.boolean(), note: text(mostNote).optional() }),
})
export type ContactPoint = z.infer<typeof ContactPoint>

const declined = 'prefer-not-to-say'

/** Each question may be left out, and "prefer not to say" is an answer. */
const Equity = z.strictObject({
  bornInCanada: z.enum(['yes', 'no', 'dont-know', declined]).optional(),
  indigenousIdentity: z.enum(['first-nations', 'inuit', 'metis', 'no', 'dont-know', declined]).optional(),
  racialIdentity: z.array(text(60)).max(10).optional(),
  gender: text(60).optional(),
  sexualOrientation: text(60).optional(),
  disability: z.array(text(60)).max(15).optional(),
  householdIncome: z
    .enum(['under-15000', '15000-29999', '30000-59999', '60000-89999', '90000-or-more', 'dont-know', declined])
    .optional(),
  peopleSupported: z.union([z.int().min(1).max(30), z.enum(['dont-know', declined])]).optional(),
  livesAlone: z.enum(['yes', 'no', declined]).optional(),
})

export const ClientSchema = z.strictObject({
  id: id('client'),
  version: z.int().positive(),
  names: z.strictObject({
    given: line(60),
    family: line(60),
    preferred: line(60).optional(),
    /** Former names and other spellings, so that people find the record. */
    other: z.array(line(60)).max(4).optional(),
  }),
  pronouns: line(30).optional(),
  birthDate: date.optional(),
  chartNumber: line(30).optional(),
  /** What the client receives comes in this language. */
  locale,
  languages: z.array(language).max(8),
  needsInterpreter: z.boolean(),
  contactPoints: z.array(ContactPoint).max(6),
  /** Reaching this person may put them in danger: read the contact points' notes first. */
  safeContact: z.boolean(),
  doNotContact: z.boolean(),
  town: line(80).optional(),
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  interests: z.array(text(40)).max(40),
  talents: z.array(text(120)).max(20),
  barriers: z.array(z.strictObject({ code: z.enum(barriers), words: text(200).optional() })).max(12),
  equity: Equity,
  /** Merged into another record; or being disposed of, which takes no more than a moment unless it is cut short. */
  status: z.enum(['active', 'merged', 'disposing']),
  /** The record that this one went into. */
  mergedInto: id('client').optional(),
  /** All of them: whoever discloses, disposes or withholds goes by this list. */
  mergedFrom: z.array(id('client')),
  createdAt: instant,
})
export type Client = z.infer<typeof ClientSchema>

export const Client = kind<Client>({
  name: 'client',
  table: 'care',
  client: (client) => client.id,
  derived: searchEntries,
})

export const ClientInput = ClientSchema.omit({
  id: true,
  version: true,
  status: true,
  mergedInto: true,
  mergedFrom: true,
  createdAt: true,
}).extend({
  languages: z.array(language).max(8).default([]),
  needsInterpreter: z.boolean().default(false),
  contactPoints: z.array(ContactPoint).max(6).default([]),
  safeContact: z.boolean().default(false),
  doNotContact: z.boolean().default(false),
  interests: z.array(text(40)).max(40).default([]),
  talents: z.array(text(120)).max(20).default([]),
  barriers: ClientSchema.shape.barriers.default([]),
  equity: Equity.default({}),
})
export type ClientInput = z.infer<typeof ClientInput>
