import type { Bilingual } from './bilingual.ts'

/** Six organisations that any town could have. None of them exists: their names are made up, the town completes them. */
export const partnerTemplates: PartnerTemplate[] = [
  {
    key: 'public-library',
    name: {
      en: (town) => `Lantern Public Library of ${town}`,
      fr: (town) => `Bibliothèque publique La Lanterne ${deTown(town)}`,
    },
    description: {
      en: 'Books, warm rooms, free internet and people who like questions. A library card is free, and no papers are needed to come in.',
      fr: 'Des livres, des salles chauffées, Internet sans frais et des gens qui aiment les questions. La carte de bibliothèque est gratuite et aucun papier n’est demandé à l’entrée.',
    },
    kind: 'library',
  },
  {
    key: 'recreation-society',
    name: {
      en: (town) => `Three Maples Recreation Society of ${town}`,
      fr: (town) => `Société de loisirs des Trois-Érables ${deTown(town)}`,
    },
    description: {
      en: 'A hall, a gym and a walking track where people of every age and ability move together. Fees are small, and they are waived for anyone who asks.',
      fr: 'Une salle, un gymnase et une piste de marche où des gens de tous âges et de toutes capacités bougent ensemble. Les frais sont modestes, et il suffit de demander pour ne rien payer.',
    },
    kind: 'recreation',
  },
  {
    key: 'food-network',
    name: {
      en: (town) => `Full Basket Food Network of ${town}`,
      fr: (town) => `Réseau alimentaire Le Panier plein ${deTown(town)}`,
    },
    description: {
      en: 'Gardens, kitchens and fresh food boxes, run by neighbours for neighbours. Nobody is asked to prove a need.',
      fr: 'Des jardins, des cuisines et des paniers d’aliments frais, par et pour les gens d’ici. Aucune preuve de besoin n’est demandée.',
    },
    kind: 'food-security',
  },
  {
    key: 'seniors-association',
    name: {
      en: (town) => `Silver Birch Seniors’ Association of ${town}`,
      fr: (town) => `Association des personnes aînées Le Bouleau argenté ${deTown(town)}`,
    },
    description: {
      en: 'Older adults who plan their own games, visits, meals and repairs. Members help one another and make room for new people.',
      fr: 'Des personnes aînées qui organisent elles-mêmes leurs jeux, leurs visites, leurs repas et leurs réparations. Les membres s’entraident et font une place aux nouvelles personnes.',
    },
    kind: 'seniors',
  },
  {
    key: 'newcomer-association',
    name: {
      en: (town) => `Front Porch Newcomer Welcome Association of ${town}`,
      fr: (town) => `Association d’accueil des personnes nouvellement arrivées La Véranda ${deTown(town)}`,
    },
    description: {
      en: 'A first place to ask, in your own language, how things work here. Staff and volunteers have lived the same move.',
      fr: 'Un premier endroit où demander, dans votre langue, comment les choses se passent ici. Le personnel et les bénévoles ont vécu le même parcours.',
    },
    kind: 'newcomers',
  },
  {
    key: 'arts-museum',
    name: {
      en: (town) => `Old Mill Arts Council and Museum of ${town}`,
      fr: (town) => `Conseil des arts et musée du Vieux-Moulin ${deTown(town)}`,
    },
    description: {
      en: 'A small museum, a studio and a stage in one old building. Local artists and local history are at home here, and so are beginners.',
      fr: 'Un petit musée, un atelier et une scène dans un même vieux bâtiment. Les artistes et l’histoire d’ici y ont leur place, tout comme les gens qui débutent.',
    },
    kind: 'arts-culture',
  },
]

/** An organisation to be made once per town. */
export interface PartnerTemplate {
  key: PartnerKey
  name: { en: (town: string) => string; fr: (town: string) => string }
  description: Bilingual
  kind: 'library' | 'recreation' | 'food-security' | 'seniors' | 'newcomers' | 'arts-culture'
}

/** What an activity template names when a partner runs it. */
export type PartnerKey =
  | 'public-library'
  | 'recreation-society'
  | 'food-network'
  | 'seniors-association'
  | 'newcomer-association'
  | 'arts-museum'

/** French elides before a vowel: "de Tweed", "d’Ottawa". */
function deTown(town: string): string {
  return /^[aeiouyàâéèêîô]/i.test(town) ? `d’${town}` : `de ${town}`
}
