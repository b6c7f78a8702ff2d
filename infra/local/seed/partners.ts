import type { Context } from '../../../shared/core/context.ts'
import { scopeNames } from '../../../shared/core/permissions.ts'
import { createPartner } from '../../../shared/partners/index.ts'
import { createKey, type IssuedKey } from '../../../shared/partners/keys/index.ts'
import type { Partner } from '../../../shared/partners/schema.ts'
import type { SeedCentre } from './content/centres.ts'
import { type PartnerKey, partnerTemplates } from './content/partners.ts'
import { fictionalPhone } from './names.ts'

/** A partner of the seed, and the key of its software. */
export interface SeededPartner {
  readonly partner: Partner
  readonly key: IssuedKey
}
export type SeededPartners = ReadonlyMap<PartnerKey, SeededPartner>

/** The six organisations that a centre works with, each with a key that may do all that a key can. */
export async function addPartners(
  admin: Context,
  { id, town, areaCode, languages }: SeedCentre,
): Promise<SeededPartners> {
  const partners = new Map<PartnerKey, SeededPartner>()
  for (const [line, template] of partnerTemplates.entries()) {
    const partner = await createPartner(admin, {
      name: { en: template.name.en(town), fr: template.name.fr(town) },
      description: template.description,
      email: `${template.key}@${id}.example.org`,
      phone: fictionalPhone(areaCode, 90 + line),
      languages: languages.slice(0, 2),
    })
    const key = await createKey(admin, { partner: partner.id, name: 'Local stack', scopes: [...scopeNames], days: 730 })
    partners.set(template.key, { partner, key })
  }
  return partners
}
