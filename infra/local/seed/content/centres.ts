import type { Bilingual } from './bilingual.ts'

/**
 * The eleven community health centres of the 2018-2019 pilot, as the seed's tenants. Names, towns and zones are public;
 * the phone numbers are fictional (555-01xx), and the languages are a plausible choice for a demonstration.
 */
export const centres: SeedCentre[] = [
  {
    id: 'belleville-quinte-west',
    name: { en: 'Belleville and Quinte West CHC', fr: 'CSC Belleville et de Quinte-Ouest' },
    town: 'Belleville',
    addressTown: 'Belleville',
    zone: 'America/Toronto',
    kinds: ['urban', 'rural'],
    languages: ['en', 'fr'],
    lat: 44.16,
    lon: -77.38,
    areaCode: '613',
    phone: '613-555-0110',
    mostClientsSpeak: 'en',
  },
  {
    id: 'centretown',
    name: { en: 'Centretown CHC', fr: 'CSC Centretown' },
    town: 'Ottawa',
    addressTown: 'Ottawa',
    zone: 'America/Toronto',
    kinds: ['urban'],
    languages: ['en', 'fr', 'ar', 'so', 'zh'],
    lat: 45.41,
    lon: -75.7,
    areaCode: '613',
    phone: '613-555-0120',
    mostClientsSpeak: 'en',
  },
  {
    id: 'country-roads',
    name: { en: 'Country Roads CHC', fr: 'CSC Country Roads' },
    town: 'Portland',
    addressTown: 'Portland',
    zone: 'America/Toronto',
    kinds: ['rural'],
    languages: ['en'],
    lat: 44.7,
    lon: -76.19,
    areaCode: '613',
    phone: '613-555-0130',
    mostClientsSpeak: 'en',
  },
  {
    id: 'temiskaming',
    name: { en: 'Centre de santé communautaire du Témiskaming', fr: 'CSC Témiskaming' },
    town: 'New Liskeard',
    addressTown: 'New Liskeard',
    zone: 'America/Toronto',
    kinds: ['francophone', 'northern'],
    languages: ['fr', 'en'],
    lat: 47.51,
    lon: -79.67,
    areaCode: '705',
    phone: '705-555-0140',
    mostClientsSpeak: 'fr',
  },
  {
    id: 'gateway',
    name: { en: 'Gateway CHC', fr: 'CSC Gateway' },
    town: 'Tweed',
    addressTown: 'Tweed',
    zone: 'America/Toronto',
    kinds: ['rural'],
    languages: ['en'],
    lat: 44.48,
    lon: -77.31,
    areaCode: '613',
    phone: '613-555-0150',
    mostClientsSpeak: 'en',
  },
  {
    id: 'guelph',
    name: { en: 'Guelph CHC', fr: 'CSC Guelph' },
    town: 'Guelph',
    addressTown: 'Guelph',
    zone: 'America/Toronto',
    kinds: ['urban'],
    languages: ['en', 'fr', 'es', 'ar', 'vi'],
    lat: 43.54,
    lon: -80.25,
    areaCode: '519',
    phone: '519-555-0160',
    mostClientsSpeak: 'en',
  },
  {
    id: 'norwest',
    name: { en: 'NorWest CHCs', fr: 'CSC NorWest' },
    town: 'Thunder Bay',
    addressTown: 'Thunder Bay',
    zone: 'America/Thunder_Bay',
    kinds: ['northern', 'rural'],
    languages: ['en', 'fr', 'oj'],
    lat: 48.38,
    lon: -89.25,
    areaCode: '807',
    phone: '807-555-0170',
    mostClientsSpeak: 'en',
  },
  {
    id: 'rexdale',
    name: { en: 'Rexdale CHC', fr: 'CSC Rexdale' },
    town: 'Toronto',
    addressTown: 'Etobicoke',
    zone: 'America/Toronto',
    kinds: ['urban'],
    languages: ['en', 'fr', 'so', 'hi', 'pa', 'es'],
    lat: 43.72,
    lon: -79.57,
    areaCode: '416',
    phone: '416-555-0180',
    mostClientsSpeak: 'en',
  },
  {
    id: 'south-georgian-bay',
    name: { en: 'South Georgian Bay CHC', fr: 'CSC du Sud de la baie Georgienne' },
    town: 'Wasaga Beach',
    addressTown: 'Wasaga Beach',
    zone: 'America/Toronto',
    kinds: ['rural'],
    languages: ['en', 'fr'],
    lat: 44.52,
    lon: -80.02,
    areaCode: '705',
    phone: '705-555-0190',
    mostClientsSpeak: 'en',
  },
  {
    id: 'stonegate',
    name: { en: 'Stonegate CHC', fr: 'CSC Stonegate' },
    town: 'Toronto',
    addressTown: 'Etobicoke',
    zone: 'America/Toronto',
    kinds: ['urban'],
    languages: ['en', 'fr', 'es', 'pl', 'uk'],
    lat: 43.64,
    lon: -79.49,
    areaCode: '416',
    phone: '416-555-0115',
    mostClientsSpeak: 'en',
  },
  {
    id: 'west-elgin',
    name: { en: 'West Elgin CHC', fr: 'CSC West Elgin' },
    town: 'West Lorne',
    addressTown: 'West Lorne',
    zone: 'America/Toronto',
    kinds: ['rural'],
    languages: ['en', 'es'],
    lat: 42.6,
    lon: -81.6,
    areaCode: '519',
    phone: '519-555-0125',
    mostClientsSpeak: 'en',
  },
]

/** What the seed needs to know of a centre before it makes one. */
export interface SeedCentre {
  /** The tenant id. */
  id: string
  name: Bilingual
  /** The main town, as partner names use it. */
  town: string
  /** The municipality as a postal address writes it. */
  addressTown: string
  /** IANA time zone. */
  zone: 'America/Toronto' | 'America/Thunder_Bay'
  kinds: ('urban' | 'rural' | 'northern' | 'francophone')[]
  /** BCP-47 languages of service, the most used first. */
  languages: string[]
  /** Degrees, to about a kilometre: the town, or within Toronto the neighbourhood. */
  lat: number
  lon: number
  /** The first three digits of local phone numbers, for clients and staff too. */
  areaCode: string
  /** The centre's switchboard, as written in Canada: `705-555-0140`. */
  phone: string
  /** The language in which most clients of the centre are served. */
  mostClientsSpeak: 'en' | 'fr'
}
