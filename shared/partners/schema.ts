import * as z from 'zod'
import { scopeNames } from '../core/permissions.ts'
import { bilingual, id, instant, language, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** A community organisation that takes people in. Each centre keeps its own record of the partners it works with. */
export const PartnerSchema = z.strictObject({
  id: id('partner'),
  version: z.int().positive(),
  name: bilingual(160),
  description: bilingual(1000).optional(),
  email: z.email().max(200).optional(),
  phone: text(30).optional(),
  url: z
    .url({ protocol: /^https$/ })
    .max(300)
    .optional(),
  languages: z.array(language).max(20),
  status: z.enum(['active', 'inactive']),
})
export type Partner = z.infer<typeof PartnerSchema>

export const Partner = kind<Partner>({
  name: 'partner',
  table: 'catalogue',
  indexes: (partner) => ({ list: ['PARTNERS', partner.id] }),
})

export const PartnerInput = PartnerSchema.omit({ id: true, version: true, status: true })
export type PartnerInput = z.infer<typeof PartnerInput>

/** A partner's key to one centre. Only a digest of its secret is kept. */
export const ApiKeySchema = z.strictObject({
  id: id('key'),
  version: z.int().positive(),
  partner: id('partner'),
  name: text(80),
  scopes: z.array(z.enum(scopeNames)).min(1).max(scopeNames.length),
  createdAt: instant,
  /** After this instant the key opens nothing: set at creation, or by a rotation's overlap. */
  expiresAt: instant,
  revokedAt: instant.optional(),
  /** The key that replaces this one. */
  rotatedTo: id('key').optional(),
})
export type ApiKey = z.infer<typeof ApiKeySchema> & { readonly digest: string }

export const ApiKey = kind<ApiKey>({
  name: 'key',
  table: 'platform',
  indexes: (key) => ({ list: [`KEYS#${key.partner}`, key.id] }),
})
