import { allianceId, type Centre, defaultSettings } from '../shared/centres/schema.ts'

/** Where the Alliance's people sign in. A tenant without clients, and no centre of the registry. */
export const alliance: Centre = {
  id: allianceId,
  version: 1,
  name: { en: 'Alliance for Healthier Communities', fr: 'Alliance pour des communautés en santé' },
  town: 'Toronto',
  zone: 'America/Toronto',
  phone: '416-555-0100',
  position: { latitude: 43.65, longitude: -79.38 },
  kinds: [],
  locale: 'en',
  status: 'active',
  settings: defaultSettings,
}
