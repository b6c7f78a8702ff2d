import type { Instrument, Option } from '../instrument.ts'

const options: readonly Option[] = [
  { code: 1, label: { en: 'Hardly ever or never', fr: 'Presque jamais' } },
  { code: 2, label: { en: 'Some of the time', fr: 'Parfois' } },
  { code: 3, label: { en: 'Often', fr: 'Souvent' } },
]

/** The three-item loneliness scale. Score 3 to 9, higher is lonelier. */
export const ucla3: Instrument = {
  id: 'ucla-3',
  version: '1',
  title: { en: 'Loneliness (three questions)', fr: 'Solitude (trois questions)' },
  default: true,
  items: [
    {
      id: 'companionship',
      text: {
        en: 'How often do you feel that you lack companionship?',
        fr: 'À quelle fréquence avez-vous l’impression de manquer de compagnie?',
      },
      options,
    },
    {
      id: 'left-out',
      text: { en: 'How often do you feel left out?', fr: 'À quelle fréquence vous sentez-vous à l’écart?' },
      options,
    },
    {
      id: 'isolated',
      text: {
        en: 'How often do you feel isolated from others?',
        fr: 'À quelle fréquence vous sentez-vous isolé·e des autres?',
      },
      options,
    },
  ],
  rule: { kind: 'sum' },
  direction: 'higher-worse',
  range: { min: 3, max: 9 },
  thresholds: [
    {
      id: 'lonely',
      at: 6,
      comparison: 'at-least',
      source: 'Steptoe et al. 2013 (PNAS 110:5797); some Canadian work uses 5',
    },
  ],
  improvement: 1,
  proxy: true,
  licence: {
    en: 'Free for non-profit and research use, with the citation.',
    fr: 'Libre pour un usage sans but lucratif ou de recherche, avec la référence.',
  },
  frenchStatus: 'translation',
  citation: 'Hughes ME, Waite LJ, Hawkley LC, Cacioppo JT. Research on Aging 2004; 26(6):655-672.',
}
