import type { Instrument, NumberItem } from '../instrument.ts'

// Raw sum to interval score, from the developers' published table (Stewart-Brown et al. 2009).
const table: Readonly<Record<number, number>> = {
  7: 7.0,
  8: 9.51,
  9: 11.25,
  10: 12.4,
  11: 13.33,
  12: 14.08,
  13: 14.75,
  14: 15.32,
  15: 15.84,
  16: 16.36,
  17: 16.88,
  18: 17.43,
  19: 17.98,
  20: 18.59,
  21: 19.25,
  22: 19.98,
  23: 20.73,
  24: 21.54,
  25: 22.35,
  26: 23.21,
  27: 24.11,
  28: 25.03,
  29: 26.02,
  30: 27.03,
  31: 28.13,
  32: 29.31,
  33: 30.7,
  34: 32.55,
  35: 35.0,
}

/**
 * Short Warwick-Edinburgh well-being scale: the rule only, its words belong to the holder of the rights. Seven items
 * of 1 to 5 about the last two weeks; raw sum 7 to 35, then the table; higher is better.
 */
export const swemwbs: Instrument = {
  id: 'swemwbs',
  version: '1',
  title: { en: 'Mental well-being (SWEMWBS)', fr: 'Bien-être mental (SWEMWBS)' },
  default: false,
  items: [1, 2, 3, 4, 5, 6, 7].map(item),
  rule: { kind: 'rasch', table },
  direction: 'higher-better',
  range: { min: 7, max: 35 },
  thresholds: [],
  improvement: 1,
  proxy: true,
  licence: {
    en: 'Copyright. Registration is needed before use; the words are entered from the licensed copy.',
    fr: 'Droits réservés. L’inscription est requise avant l’usage; le texte vient de l’exemplaire sous licence.',
  },
  frenchStatus: 'validated',
  citation: 'Stewart-Brown S, Tennant A, Tennant R, et al. Health and Quality of Life Outcomes 2009; 7:15.',
  requiresRegistration: true,
  textSuppliedByCentre: true,
}

function item(position: number): NumberItem {
  return {
    id: `item-${position}`,
    text: null,
    range: {
      min: 1,
      max: 5,
      minLabel: { en: 'None of the time', fr: 'Jamais' },
      maxLabel: { en: 'All of the time', fr: 'Tout le temps' },
    },
  }
}
